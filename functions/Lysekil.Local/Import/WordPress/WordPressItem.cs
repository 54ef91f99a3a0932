using System.Globalization;
using System.Xml.Linq;

namespace Lysekil.Local.Import.WordPress;

/// <summary>An item of an export: a post, a page, an attachment or something else.</summary>
internal sealed class WordPressItem
{
    private readonly Dictionary<string, string> _meta = new(StringComparer.Ordinal);
    private readonly string _date;
    private readonly string _dateGmt;

    public WordPressItem(XElement item)
    {
        string Own(string name) => Text(item, "wp", name);
        Id = Own("post_id");
        Type = Own("post_type");
        Status = Own("status");
        Parent = Own("post_parent");
        Name = Own("post_name");
        Password = Own("post_password");
        IsSticky = Own("is_sticky") == "1";
        AttachmentUrl = Own("attachment_url");
        (_date, _dateGmt) = (Own("post_date"), Own("post_date_gmt"));
        Title = Text(item, "", "title");
        Link = Text(item, "", "link");
        Creator = Text(item, "dc", "creator");
        Content = Text(item, "content", "encoded");
        Excerpt = Text(item, "excerpt", "encoded");
        Topics =
        [
            .. item.Elements("category")
                .Where(c => c.Attribute("domain")?.Value is "category" or "post_tag")
                .Select(c => c.Value.Trim())
                .Where(c => c.Length > 0),
        ];
        Comments = item.Elements().Count(e => e.Name.LocalName == "comment");
        foreach (var meta in item.Elements().Where(e => e.Name.LocalName == "postmeta"))
        {
            _meta[Text(meta, "wp", "meta_key")] = Text(meta, "wp", "meta_value");
        }
    }

    public string Id { get; }

    public string Type { get; }

    public string Status { get; }

    public string Parent { get; }

    public string Name { get; }

    public string Password { get; }

    public bool IsSticky { get; }

    public string AttachmentUrl { get; }

    public string Title { get; }

    public string Link { get; }

    /// <summary>The login of the author.</summary>
    public string Creator { get; }

    public string Content { get; }

    public string Excerpt { get; }

    public IReadOnlyList<string> Topics { get; }

    public int Comments { get; }

    /// <summary>The local time of the item; <c>null</c> if the export has none.</summary>
    /// <remarks>
    /// UTC counts before local time, which is that of the settings when the item was written. Drafts have no UTC.
    /// </remarks>
    public DateTime? DateIn(TimeZoneInfo zone) =>
        Parse(_dateGmt) is { } utc
            ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone)
            : Parse(_date);

    public string? Meta(string key) => _meta.GetValueOrDefault(key);

    /// <summary>
    /// The text of a child, by the usual prefix of its namespace, whose version differs between exports.
    /// </summary>
    internal static string Text(XElement parent, string prefix, string name) =>
        parent.Elements().FirstOrDefault(e => e.Name.LocalName == name && IsOf(e.Name.NamespaceName, prefix))?.Value
            ?? "";

    private static DateTime? Parse(string date) =>
        DateTime.TryParseExact(
            date, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            && parsed.Year > 1
            ? parsed
            : null;

    private static bool IsOf(string space, string prefix) => prefix switch
    {
        "" => space.Length == 0,
        "dc" => space.Contains("purl.org/dc", StringComparison.Ordinal),
        "content" => space.Contains("modules/content", StringComparison.Ordinal),
        "excerpt" => space.Contains("/excerpt", StringComparison.Ordinal),
        _ => space.Contains("wordpress.org/export", StringComparison.Ordinal)
            && !space.Contains("/excerpt", StringComparison.Ordinal),
    };
}
