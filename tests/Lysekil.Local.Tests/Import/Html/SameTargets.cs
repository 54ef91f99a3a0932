using Lysekil.Local.Import.Html;

namespace Lysekil.Local.Tests.Import.Html;

/// <summary>Leaves all addresses as they are.</summary>
internal sealed class SameTargets : IHtmlTargets
{
    public string Link(string url) => url;

    public string Picture(string url) => url;
}
