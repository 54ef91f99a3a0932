using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>
/// Adds to a text's pictures what the index knows of them: their size, so that the layout does not shift when they
/// load, and their copies. Works on the HTML of the renderer or the sanitiser.
/// </summary>
internal static partial class PictureMarkup
{
    /// <summary>
    /// Adds size, tint and copies to each picture, and leaves out those that are missing, with their captions: they are
    /// shown when they come. Where a fallback is live, links and pictures lead to it. A figure's picture links to
    /// itself, since the column may be narrower, and a gallery crops it; one that is a link already stays so.
    /// </summary>
    /// <param name="html">Well-formed HTML.</param>
    /// <param name="assets">The files that the text uses.</param>
    /// <param name="locale">The language of what no editor wrote.</param>
    public static string In(string html, IReadOnlyList<UsedAsset> assets, Locale locale)
    {
        var shown = FallbackAddresses.In(html, assets, page: null);
        var pictures = assets.Select(a => a.Shown)
            .Where(a => a.Picture is not null || !a.IsThere)
            .DistinctBy(a => a.Path)
            .ToDictionary(a => PageKey.Asset(a.Path).Url, StringComparer.Ordinal);
        if (pictures.Count == 0)
        {
            return shown;
        }

        var isInLink = false;
        var described = ImageOrLink().Replace(shown, tag =>
        {
            if (tag.Value.StartsWith("<img", StringComparison.Ordinal))
            {
                var opensLarge = !isInLink
                    && shown.AsSpan(0, tag.Index).TrimEnd().EndsWith("<figure>", StringComparison.Ordinal);
                return Described(tag, pictures, opensLarge ? locale.Text("picture.open") : null);
            }

            isInLink = tag.Value[1] != '/';
            return tag.Value;
        });
        return pictures.Values.All(p => p.IsThere) ? described : WithoutEmptyFigures(described);
    }

    /// <summary>Leaves out the pictures that are missing, with their captions: feeds show no more than pages.</summary>
    /// <param name="html">Well-formed HTML with absolute addresses, of the files that are shown.</param>
    /// <param name="assets">The files that the text uses.</param>
    /// <param name="page">The absolute URL of the text's page.</param>
    public static string WithoutMissing(string html, IReadOnlyList<UsedAsset> assets, Uri page)
    {
        var missing = assets.Select(a => a.Shown).Where(a => !a.IsThere)
            .Select(a => new Uri(page, PageKey.Asset(a.Path).Url).AbsoluteUri)
            .ToHashSet(StringComparer.Ordinal);
        return missing.Count == 0
            ? html
            : WithoutEmptyFigures(ImageElement().Replace(
                html, image => AddressOf(image) is { } url && missing.Contains(url) ? "" : image.Value));
    }

    /// <summary>
    /// Each copy's address and width, for the attribute <c>srcset</c> (HTML, section 4.8.4.2.1); empty if there is
    /// none.
    /// </summary>
    public static string CopiesOf(UsedAsset asset) => string.Join(", ", asset.Picture!.Widths.Select(w =>
        string.Create(
            CultureInfo.InvariantCulture, $"{PageKey.PictureCopy(asset.Path, asset.Picture.Content, w).Url} {w}w")));

    /// <param name="image">The picture.</param>
    /// <param name="pictures">What is known of the text's pictures, by their addresses.</param>
    /// <param name="opening">
    /// The title of a link to the picture in its own size; <c>null</c> if it has none.
    /// </param>
    private static string Described(Match image, Dictionary<string, UsedAsset> pictures, string? opening)
    {
        if (AddressOf(image) is not { } url || !pictures.TryGetValue(url, out var asset))
        {
            return image.Value;
        }

        if (asset.Picture is null)
        {
            return "";
        }

        var kept = Described().Replace(image.Value, "").TrimEnd('>', '/', ' ');
        var (width, height) = asset.Picture.Shown;
        var described = string.Create(
            CultureInfo.InvariantCulture,
            $"{kept} width=\"{width}\" height=\"{height}\" "
                + $"class=\"t{asset.Picture.Tint.Name}\" loading=\"lazy\" decoding=\"async\">");
        described = CopiesOf(asset) is { Length: > 0 } copies
            ? $"<picture><source type=\"image/webp\" srcset=\"{WebUtility.HtmlEncode(copies)}\" "
                + $"sizes=\"(min-width: 41rem) 38rem, 100vw\">{described}</picture>"
            : described;
        return opening is null
            ? described
            : $"<a href=\"{WebUtility.HtmlEncode(url)}\" title=\"{opening}\">{described}</a>";
    }

    private static string? AddressOf(Match image) =>
        Source().Match(image.Value) is { Success: true } source ? WebUtility.HtmlDecode(source.Groups[1].Value) : null;

    private static string WithoutEmptyFigures(string html) =>
        EmptyGallery().Replace(EmptyFigure().Replace(html, ""), "");

    /// <summary>
    /// An image, with attribute values in double quotes, as the renderer and the sanitiser write them.
    /// </summary>
    [GeneratedRegex("<img\\b(?:[^>\"]|\"[^\"]*\")*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ImageElement();

    /// <summary>An image, or the beginning or end of a link.</summary>
    [GeneratedRegex(
        "<(?:img|/?a)\\b(?:[^>\"]|\"[^\"]*\")*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ImageOrLink();

    [GeneratedRegex("\\ssrc=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex("\\s(?:width|height|class)=\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Described();

    /// <summary>A figure whose picture is missing, with its caption.</summary>
    [GeneratedRegex(
        "<figure>(?:<a [^<>]*></a>)?(?:<figcaption>[^<]*</figcaption>)?</figure>\n?", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyFigure();

    [GeneratedRegex("<div class=\"gallery\">\\s*</div>\n?", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyGallery();
}
