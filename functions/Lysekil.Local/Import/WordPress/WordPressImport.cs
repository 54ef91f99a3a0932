using System.Globalization;
using System.Net;
using System.Text;
using Lysekil.Local.Import.Html;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.WordPress;

/// <summary>Writes the posts and pages of a WordPress export as sources, and the files that they use.</summary>
/// <param name="export">The export.</param>
/// <param name="folder">Gets the sources.</param>
/// <param name="notes">Get what could not be kept.</param>
internal sealed class WordPressImport(WordPressExport export, ImportFolder folder, ImportNotes notes)
{
    private static readonly string[] NoTopics = ["uncategorized", "okategoriserade", "okategoriserad"];

    /// <summary>The date of posts without one: they come last in each list.</summary>
    private static readonly DateTime Undated = new(2000, 1, 1);

    private readonly WordPressFiles _files = new(export);

    /// <param name="uploads">A copy of the folder <c>wp-content/uploads</c>; <c>null</c> if there is none.</param>
    public void Run(string? uploads)
    {
        var content = new WordPressContent(export, _files);
        foreach (var item in export.Items)
        {
            switch (item.Type)
            {
                case "post" or "page" when item.Status is "trash" or "auto-draft":
                    notes.Add(Name(item), $"It is of the state {item.Status}, and is left out.");
                    break;
                case "post" or "page":
                    Write(item, content);
                    break;
            }
        }

        foreach (var other in export.Items.GroupBy(i => i.Type).Where(g =>
            g.Key is not ("post" or "page" or "attachment" or "revision" or "wp_block" or "")))
        {
            notes.Add("the site", $"{other.Count()} items of the type {other.Key} are left out.");
        }

        WriteFiles(uploads);
    }

    private static string Name(WordPressItem item) => $"{item.Type} {item.Id}, {PlainText(item.Title)}";

    private static string PlainText(string html)
    {
        var text = html.Contains('<', StringComparison.Ordinal)
            ? HtmlDocuments.Parse(html).Body!.TextContent
            : WebUtility.HtmlDecode(html);
        return OneLine.Of(text);
    }

    private void Write(WordPressItem item, WordPressContent content)
    {
        void Lost(string what) => notes.Add(Name(item), what);
        var stated = item.DateIn(folder.TimeZone);
        var date = stated ?? Undated;
        var title = PlainText(item.Title);
        var slug = NameOf(item) ?? Slug.From(title) ?? Slug.From($"{item.Type} {item.Id}")!;
        var path = item.Type == "page"
            ? folder.Free(string.Join('/', [.. FoldersOf(item, content), slug.Value]), ".md")
            : folder.Free(FormattableString.Invariant($"artiklar/{date.Year}/{date:yyyy-MM-dd}-{slug}"), ".md");
        var markdown = content.ToMarkdown(item, Lost);
        if (title.Length == 0)
        {
            Lost("It has no title; its address became one.");
            title = slug.Value;
        }

        var thumbnail = content.Item(item.Meta("_thumbnail_id"));
        var image = _files.Attachment(thumbnail);
        var settings = new FrontMatterText()
            .Add("title", title)
            .Add("date", item.Type == "page" ? null : date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            .Add("lead", PlainText(item.Excerpt))
            .Add("author", item.Type == "page" ? null : export.Authors.GetValueOrDefault(item.Creator, item.Creator))
            .Add("tags", item.Type == "page" ? [] : TopicsOf(item, Lost))
            .Add("image", image)
            .Add("image_alt", image is null ? null : thumbnail!.Meta("_wp_attachment_image_alt"))
            .Add("aliases", AliasesOf(item, path, date, Lost))
            .AddDraft(IsDraft(item, Lost));
        folder.Write($"wp-{item.Id}", path, Encoding.UTF8.GetBytes(settings.Above(markdown)));
        if (stated is null && item.Type == "post")
        {
            Lost(FormattableString.Invariant($"It has no date, and got {Undated:yyyy-MM-dd}; write its own."));
        }

        if (item.Comments > 0)
        {
            Lost($"Its {item.Comments} comments are left out.");
        }

        if (item.IsSticky)
        {
            Lost("It stays on top in WordPress; here the newest is first.");
        }
    }

    private static Slug? NameOf(WordPressItem item) => Slug.From(Uri.UnescapeDataString(item.Name));

    private static IEnumerable<string> FoldersOf(WordPressItem page, WordPressContent content)
    {
        var folders = new List<string>();
        for (var parent = content.Item(page.Parent); parent is not null && folders.Count < 10;
            parent = content.Item(parent.Parent))
        {
            folders.Insert(0, (NameOf(parent) ?? Slug.From($"sida {parent.Id}")!).Value);
        }

        return folders.Prepend("sidor");
    }

    private static List<string> TopicsOf(WordPressItem item, Action<string> lost)
    {
        var topics = item.Topics
            .Select(t => WebUtility.HtmlDecode(t).Replace(',', ' '))
            .Where(t => Topic.From(t) is { } topic && !NoTopics.Contains(topic.Slug.Value))
            .DistinctBy(t => Topic.From(t)!.Slug)
            .ToList();
        if (topics.Count > Manuscript.MostTopics)
        {
            var rest = string.Join(", ", topics[Manuscript.MostTopics..]);
            lost($"Topics beyond the first {Manuscript.MostTopics} are left out: {rest}.");
        }

        return topics[..Math.Min(topics.Count, Manuscript.MostTopics)];
    }

    private string[] AliasesOf(WordPressItem item, string path, DateTime date, Action<string> lost)
    {
        if (_files.OldPath(item.Link) is not { } old)
        {
            if (item.Status is "publish" or "future")
            {
                lost($"Its address {item.Link} is only a number, and cannot lead to the new one.");
            }

            return [];
        }

        var source = new SourcePath(path);
        var own = item.Type == "page"
            ? ManuscriptAddress.StandingPage(source, null)
            : ManuscriptAddress.Article(source, new Month(date.Year, date.Month), null);
        var page = PageKey.FromUrl(old);
        if (page is null or { IsReserved: true })
        {
            var reason = page is null ? "cannot be an address here" : "belongs to the site itself";
            lost($"Its address {old} {reason}, and cannot lead to the new one.");
            return [];
        }

        return page == own ? [] : [old];
    }

    private static bool IsDraft(WordPressItem item, Action<string> lost)
    {
        if (item.Password.Length > 0)
        {
            lost("It had a password, which nothing here can have, and is a draft now.");
        }

        if (item.Status == "private")
        {
            lost("It was private, which nothing here can be, and is a draft now.");
        }

        return item.Password.Length > 0 || item.Status is not ("publish" or "future");
    }

    private void WriteFiles(string? uploads)
    {
        foreach (var (name, path, url) in _files.Used)
        {
            var file = uploads is null ? null : Path.GetFullPath(Path.Combine(uploads, path));
            if (AssetType.Of(Path.GetExtension(name).ToLowerInvariant()) is null)
            {
                notes.Add(url, "Files of this type cannot be published; save it as JPEG or PNG.");
            }
            else if (file is not null
                && file.StartsWith(Path.GetFullPath(uploads!) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && File.Exists(file))
            {
                folder.Write($"wp-file-{path}", name, File.ReadAllBytes(file));
            }
            else
            {
                notes.Add(url, $"The file is not here; save it as {name}.");
            }
        }
    }
}
