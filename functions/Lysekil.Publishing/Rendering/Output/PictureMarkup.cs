using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>
/// Tells browsers of a text's pictures what the archive knows: how large they are, so that nothing jumps when they come, and
/// which copies there are. Works on HTML that is clean already, as it came from Markdown or from the allow-list.
/// </summary>
internal static partial class PictureMarkup
{
    /// <summary>The text with what is known of each picture.</summary>
    /// <param name="html">Well-formed HTML.</param>
    /// <param name="assets">The files that the text uses.</param>
    public static string In(string html, IReadOnlyList<UsedAsset> assets)
    {
        var pictures = assets.Where(a => a.Picture is not null).ToDictionary(a => PageKey.Asset(a.Path).Url, StringComparer.Ordinal);
        return pictures.Count == 0 ? html : ImageElement().Replace(html, image => Described(image, pictures));
    }

    /// <summary>Each copy's address and width, for the attribute <c>srcset</c> (HTML, section 4.8.4.2.1); empty where there is none.</summary>
    public static string CopiesOf(UsedAsset asset) => string.Join(", ", asset.Picture!.Widths.Select(w =>
        string.Create(CultureInfo.InvariantCulture, $"{PageKey.PictureCopy(asset.Path, asset.Picture.Content, w).Url} {w}w")));

    private static string Described(Match image, Dictionary<string, UsedAsset> pictures)
    {
        var source = Source().Match(image.Value);
        if (!source.Success || !pictures.TryGetValue(WebUtility.HtmlDecode(source.Groups[1].Value), out var asset))
        {
            return image.Value;
        }

        var kept = Described().Replace(image.Value, "").TrimEnd('>', '/', ' ');
        var (width, height) = asset.Picture!.Shown;
        var described = string.Create(
            CultureInfo.InvariantCulture, $"{kept} width=\"{width}\" height=\"{height}\" class=\"t{asset.Picture.Tint.Name}\" loading=\"lazy\" decoding=\"async\">");
        return CopiesOf(asset) is { Length: > 0 } copies
            ? $"<picture><source type=\"image/webp\" srcset=\"{WebUtility.HtmlEncode(copies)}\" sizes=\"(min-width: 41rem) 38rem, 100vw\">{described}</picture>"
            : described;
    }

    /// <summary>With values in double quotes, as both the renderer and the allow-list write them.</summary>
    [GeneratedRegex("<img\\b(?:[^>\"]|\"[^\"]*\")*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ImageElement();

    [GeneratedRegex("\\ssrc=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex("\\s(?:width|height|class)=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Described();
}
