using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads the setting <c>logo</c>: a picture of the site, shown in place of its title.</summary>
internal static class SiteLogo
{
    public const string Setting = "logo";

    private const string Expected =
        "bildens plats på webbplatsen, som /bilder/logotyp.png; bilden ska vara PNG, WebP eller JPEG";

    /// <summary>The picture; <c>null</c> if it cannot be used, which is told of.</summary>
    public static SourcePath? Read(FrontMatter.Entry entry, SourcePath source, List<Diagnostic> diagnostics)
    {
        if (LinkTarget.Read(entry.Value, source, isImage: true)?.Asset is { Kind: SourceKind.Asset } picture
            && AssetType.Of(picture.Extension) is "image/png" or "image/webp" or "image/jpeg")
        {
            return picture;
        }

        diagnostics.Add(DiagnosticCatalog.SettingUnusable(entry.Line, Setting, entry.Value, Expected));
        return null;
    }
}
