using System.Net;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>
/// Leads a text's links and pictures to the fallbacks of files that are missing. The text itself is parsed without the
/// index, so its addresses name the files beside it.
/// </summary>
internal static partial class FallbackAddresses
{
    /// <param name="html">HTML of the renderer or the sanitiser.</param>
    /// <param name="assets">The files that the text uses.</param>
    /// <param name="page">The absolute URL of the text's page if its addresses are absolute; else <c>null</c>.</param>
    public static string In(string html, IReadOnlyList<UsedAsset> assets, Uri? page)
    {
        var moved = assets.Where(a => !ReferenceEquals(a, a.Shown))
            .ToDictionary(a => UrlOf(a, page), a => UrlOf(a.Shown, page), StringComparer.Ordinal);
        return moved.Count == 0
            ? html
            : Element().Replace(html, element => Address().Replace(element.Value, address => Moved(address, moved)));
    }

    private static string Moved(Match address, Dictionary<string, string> moved) =>
        moved.TryGetValue(WebUtility.HtmlDecode(address.Groups[2].Value), out var url)
            ? address.Groups[1].Value + WebUtility.HtmlEncode(url)
            : address.Value;

    private static string UrlOf(UsedAsset asset, Uri? page)
    {
        var url = PageKey.Asset(asset.Path).Url;
        return page is null ? url : new Uri(page, url).AbsoluteUri;
    }

    /// <summary>A link or a picture, with attribute values in double quotes.</summary>
    [GeneratedRegex(
        "<(?:a|img)\\b(?:[^>\"]|\"[^\"]*\")*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Element();

    /// <summary>An attribute's name, and its address without query and fragment.</summary>
    [GeneratedRegex("(\\s(?:href|src)=\")([^\"?#]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
