namespace Lysekil.Local.Import.Html;

/// <summary>Where the links and pictures of a text lead once it is imported.</summary>
internal interface IHtmlTargets
{
    /// <summary>The address to which a link leads.</summary>
    string Link(string url);

    /// <summary>The address of a picture.</summary>
    string Picture(string url);
}
