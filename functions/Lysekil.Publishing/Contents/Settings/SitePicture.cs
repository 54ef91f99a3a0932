using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup.Links;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads the settings that name a picture of the site.</summary>
internal static class SitePicture
{
    /// <summary>The picture that is shown in place of the site's title.</summary>
    public const string Logo = "logo";

    /// <summary>The picture in the browser's tab and on a home screen.</summary>
    public const string Icon = "favicon";

    /// <summary>The picture that other sites show with a link to a page without one of its own.</summary>
    public const string ShareImage = "shareImage";

    /// <summary>The picture; <c>null</c> if it cannot be used, which is told of.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="entry">The setting.</param>
    /// <param name="source">The file in which it stands.</param>
    /// <param name="diagnostics">What is told is added to them.</param>
    public static SourcePath? Read(
        string setting, FrontMatter.Entry entry, SourcePath source, List<Diagnostic> diagnostics)
    {
        if (LinkTarget.Read(entry.Value, source, isImage: true)?.Asset is { Kind: SourceKind.Asset } picture
            && (AssetType.Of(picture.Extension) is "image/png"
                || (setting != Icon && AssetType.Of(picture.Extension) is "image/webp" or "image/jpeg")))
        {
            return picture;
        }

        diagnostics.Add(DiagnosticCatalog.SettingUnusable(entry.Line, setting, entry.Value, Expected(setting)));
        return null;
    }

    private static string Expected(string setting)
    {
        var (example, types) = setting switch
        {
            Logo => ("/bilder/logotyp.png", "PNG, WebP eller JPEG"),
            Icon => ("/bilder/ikon.png", "PNG"),
            _ => ("/bilder/dela.jpg", "PNG, WebP eller JPEG"),
        };
        return $"bildens plats på webbplatsen, som {example}; bilden ska vara {types}";
    }
}
