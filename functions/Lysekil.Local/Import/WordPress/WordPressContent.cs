using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Local.Import.Html;

namespace Lysekil.Local.Import.WordPress;

/// <summary>
/// Writes the content of a post as Markdown: that of the block editor, whose comments tell the blocks apart, and that
/// of the classic editor, with shortcodes and paragraphs parted by empty lines.
/// </summary>
internal sealed partial class WordPressContent(WordPressExport export, WordPressFiles files)
{
    /// <summary>The attributes of shortcodes that hold the address of a film or a sound.</summary>
    private static readonly string[] Addresses = ["src", "mp3", "mp4", "m4a", "url"];

    private readonly Dictionary<string, WordPressItem> _items = export.Items
        .Where(i => i.Id.Length > 0)
        .DistinctBy(i => i.Id)
        .ToDictionary(i => i.Id, StringComparer.Ordinal);

    public WordPressItem? Item(string? id) => id is null ? null : _items.GetValueOrDefault(id.Trim());

    /// <param name="post">The post.</param>
    /// <param name="lost">Is told, in a sentence, what could not be kept.</param>
    public string ToMarkdown(WordPressItem post, Action<string> lost)
    {
        var isClassic = !post.Content.Contains("<!-- wp:", StringComparison.Ordinal);
        var html = ReusedBlock().Replace(
            post.Content, m => Item(m.Groups["id"].Value)?.Content ?? Missing(m.Groups["id"].Value));
        foreach (Match block in MadeBlock().Matches(html))
        {
            lost($"The block {block.Groups["name"].Value} is made by WordPress when a page is shown, and is left out.");
        }

        html = Caption().Replace(html, m =>
            $"<figure>{m.Groups["picture"].Value}<figcaption>{m.Groups["text"].Value.Trim()}</figcaption></figure>");
        html = Gallery().Replace(html, m => GalleryOf(post, m.Groups["attributes"].Value));
        html = Embed().Replace(html, m => $"<p>{m.Groups["url"].Value}</p>");
        html = Shortcode().Replace(html, m => ShortcodeOf(m, lost));
        return new HtmlMarkdown(files, lost, isClassic).Convert(html);

        string Missing(string id)
        {
            lost($"The reusable block {id} is not in the export, and is left out.");
            return "";
        }
    }

    private string GalleryOf(WordPressItem post, string attributes)
    {
        var ids = AttributeOf(attributes, "ids") ?? AttributeOf(attributes, "include");
        var pictures = ids is not null
            ? ids.Split(',').Select(Item)
            : export.Items.Where(i => i.Type == "attachment" && i.Parent == post.Id);
        var figures = new StringBuilder("<figure class=\"gallery\">");
        foreach (var picture in pictures.OfType<WordPressItem>())
        {
            figures.Append("<figure><img src=\"").Append(WebUtility.HtmlEncode(picture.AttachmentUrl))
                .Append("\" alt=\"").Append(WebUtility.HtmlEncode(picture.Meta("_wp_attachment_image_alt") ?? ""))
                .Append("\"><figcaption>").Append(picture.Excerpt).Append("</figcaption></figure>");
        }

        return figures.Append("</figure>").ToString();
    }

    private static string ShortcodeOf(Match shortcode, Action<string> lost)
    {
        var (name, attributes) = (shortcode.Groups["name"].Value, shortcode.Groups["attributes"].Value);
        if (name is "audio" or "video" or "youtube" or "vimeo")
        {
            var url = Addresses
                .Select(a => AttributeOf(attributes, a))
                .FirstOrDefault(a => a is not null) ?? attributes.Trim(' ', '=');
            if (Uri.TryCreate(url, UriKind.Absolute, out _))
            {
                return name is "audio" or "video"
                    ? $"<{name} src=\"{WebUtility.HtmlEncode(url)}\"></{name}>"
                    : $"<p>{WebUtility.HtmlEncode(url)}</p>";
            }
        }

        if (!shortcode.Value.StartsWith("[/", StringComparison.Ordinal))
        {
            lost($"The shortcode [{name}] of a plugin is left out; text within it stays.");
        }

        return "";
    }

    private static string? AttributeOf(string attributes, string name) =>
        Regex.Match(
            attributes,
            $@"(?:^|\s){name}\s*=\s*(?:""(?<v>[^""]*)""|'(?<v>[^']*)'|(?<v>[^\s""']+))",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Success: true } found
                ? found.Groups["v"].Value
                : null;

    [GeneratedRegex(@"<!-- wp:block \{[^}]*""ref"":(?<id>\d+)[^}]*\} /-->", RegexOptions.CultureInvariant)]
    private static partial Regex ReusedBlock();

    /// <summary>A block without content of its own.</summary>
    [GeneratedRegex(
        @"<!-- wp:(?<name>(?!more|nextpage|block|spacer|separator)[a-z0-9/-]+) (?:\{[^\n]*?\} )?/-->",
        RegexOptions.CultureInvariant)]
    private static partial Regex MadeBlock();

    [GeneratedRegex(
        @"\[caption[^\]]*\](?<picture>\s*(?:<a [^>]*>)?\s*<img [^>]*>\s*(?:</a>)?)(?<text>.*?)\[/caption\]",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\[gallery(?<attributes>(?:\s[^\]]*)?)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Gallery();

    [GeneratedRegex(@"\[embed[^\]]*\](?<url>[^\[]*)\[/embed\]", RegexOptions.CultureInvariant)]
    private static partial Regex Embed();

    /// <summary>
    /// What a plugin replaces: a name with attributes, or a name that only plugins have. Other words between brackets
    /// are text.
    /// </summary>
    [GeneratedRegex(
        @"\[(?<name>[a-z][a-z0-9]*(?:[_-][a-z0-9_-]+)?)(?<attributes>\s+[a-z_-]+=[^\]]*|\s*=[^\]]*)/?\]"
        + @"|\[/?(?<name>(?:vc|et|fusion|av|su|tribe|wpforms|ninja|contact)[_-][a-z0-9_-]+|audio|video)"
        + @"(?<attributes>[^\]]*)\]"
        + @"|\[/(?<name>[a-z][a-z0-9]*[_-][a-z0-9_-]+)\](?<attributes>)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shortcode();
}
