using System.Text.RegularExpressions;
using Lysekil.Local.Import.Html;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Import.WordPress;

/// <summary>
/// The uploaded files of a WordPress site: where each lies in the imported site, and which of them texts use.
/// </summary>
internal sealed partial class WordPressFiles(WordPressExport export) : IHtmlTargets
{
    private const string Uploads = "/wp-content/uploads/";

    /// <summary>Some hosts keep uploads under another name than the site's.</summary>
    private readonly HashSet<string> _attachments = new(
        export.Items.Select(i => KeyOf(i.AttachmentUrl)), StringComparer.OrdinalIgnoreCase);

    private readonly SortedDictionary<string, (string Path, string Url)> _used = new(StringComparer.Ordinal);

    /// <summary>
    /// The files that texts use: the name in the imported site, the path below the folder of uploads, and the address
    /// on the old site.
    /// </summary>
    public IEnumerable<(string Name, string Path, string Url)> Used =>
        _used.Select(u => (u.Key, u.Value.Path, u.Value.Url));

    public string Picture(string url) => Local(url, isPicture: true) ?? url;

    public string Link(string url)
    {
        if (Local(url, isPicture: false) is { } local)
        {
            return local;
        }

        // Old addresses stay valid: each text has its own among its aliases.
        return Absolute(url) is { } uri && IsOwn(uri) ? uri.PathAndQuery + uri.Fragment : url;
    }

    /// <summary>The address of an attachment; <c>null</c> if the export does not have it.</summary>
    public string? Attachment(WordPressItem? attachment) =>
        attachment is { AttachmentUrl.Length: > 0 } ? Picture(attachment.AttachmentUrl) : null;

    /// <summary>The path on the old site, if a text's address has one; others are only a number.</summary>
    public string? OldPath(string link) =>
        Absolute(link) is { AbsolutePath.Length: > 1, Query: "" } uri && IsOwn(uri)
            ? string.Join('/', uri.AbsolutePath.Split('/').Where((s, i) => s.Length > 0 || i == 0)
                .Concat(uri.AbsolutePath.EndsWith('/') ? [""] : []))
            : null;

    /// <summary>An address without its scheme and query, by which attachments are told.</summary>
    private static string KeyOf(string url) => url.Split('?', '#')[0].Split("://", 2)[^1];

    private string? Local(string url, bool isPicture)
    {
        if (Absolute(url) is not { } uri)
        {
            return null;
        }

        // WordPress makes smaller copies of pictures; the site makes its own, of the original.
        var original = SizeOfCopy().Replace(uri.GetLeftPart(UriPartial.Path), "");
        var isAttachment = _attachments.Contains(KeyOf(original));
        var file = isAttachment ? new Uri(original) : uri;
        var below = PathIn(file.AbsoluteUri) ?? (isAttachment ? Uri.UnescapeDataString(file.AbsolutePath[1..]) : null);
        if (below is not { Length: > 0 } path || !(isAttachment || IsOwn(uri)))
        {
            return null;
        }

        if (AssetType.Of(Path.GetExtension(path).ToLowerInvariant()) is null && !isPicture)
        {
            return null;
        }

        var name = AssetName.Of(path);
        _used[name] = (path, file.GetLeftPart(UriPartial.Path));
        return AssetName.AddressOf(name);
    }

    private Uri? Absolute(string url) =>
        export.Site is { } site ? Uri.TryCreate(site, url.Trim(), out var uri) && uri.IsAbsoluteUri ? uri : null
            : Uri.TryCreate(url, UriKind.Absolute, out var absolute) ? absolute
            : null;

    private bool IsOwn(Uri uri) =>
        uri.Scheme is "http" or "https" && export.Site is { } site && Host(uri) == Host(site);

    private static string Host(Uri uri) =>
        uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;

    /// <summary>The path below the folder of uploads; <c>null</c> if the address leads elsewhere.</summary>
    private static string? PathIn(string url)
    {
        var from = url.IndexOf(Uploads, StringComparison.OrdinalIgnoreCase);
        return from < 0 ? null : Uri.UnescapeDataString(url[(from + Uploads.Length)..].Split('?', '#')[0]);
    }

    [GeneratedRegex(@"-\d{2,5}x\d{2,5}(?=\.\w+$)", RegexOptions.CultureInvariant)]
    private static partial Regex SizeOfCopy();
}
