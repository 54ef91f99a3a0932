using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Lysekil.Local.Import.Html;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Folders;

/// <summary>Imports saved pages: of each, what stands in its main part.</summary>
internal sealed class PageFolder(string source, ImportFolder folder, ImportNotes notes)
{
    /// <summary>What is no part of a text, also inside its main part.</summary>
    private const string Controls = "nav, form, [role=navigation]";

    /// <summary>What stands around the text on a page that does not mark its main part.</summary>
    private const string Around = Controls + ", header, footer, aside";

    /// <summary>The pages of a folder, as paths below it.</summary>
    public static IReadOnlyList<string> PagesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.htm*", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public void Run(IReadOnlyList<string> pages)
    {
        foreach (var page in pages)
        {
            using var stream = File.OpenRead(Path.Combine(source, page));
            Write(page, HtmlDocuments.Parse(stream));
        }
    }

    private void Write(string page, IDocument document)
    {
        var marked = document.QuerySelector("article") ?? document.QuerySelector("main, [role=main], #content");
        var main = marked ?? document.Body!;
        var heading = main.QuerySelector("h1") ?? document.QuerySelector("h1");
        var title = OneLine.Of(heading?.TextContent ?? document.Title ?? "");
        if (Slug.From(SlugOf(page)) is not { } slug || title.Length == 0)
        {
            notes.Add(page, "It has no title or no name, and is left out.");
            return;
        }

        var date = DateOf(page, document, main);
        heading?.Remove();
        foreach (var around in main.QuerySelectorAll(marked is null ? Around : Controls).ToList())
        {
            around.Remove();
            if (!string.IsNullOrWhiteSpace(around.TextContent))
            {
                notes.Add(page, $"The element {around.LocalName} is taken to stand around the text, and is left out.");
            }
        }

        var files = new PageFiles(source, page);
        var markdown = new HtmlMarkdown(files, what => notes.Add(page, what)).Convert(main);
        var target = folder.Free(date is null ? $"sidor/{slug}" : $"artiklar/{date}-{slug}", ".md");
        var old = "/" + (page.EndsWith("/index.html", StringComparison.Ordinal) ? page[..^"index.html".Length] : page);
        var settings = new FrontMatterText()
            .Add("title", title)
            .Add("lead", document.QuerySelector("meta[name=description]")?.GetAttribute("content"))
            .Add("aliases", PageKey.FromUrl(old) is { IsReserved: false } key
                && key != ManuscriptAddress.FromName(new SourcePath(target)) ? [old] : []);
        folder.Write($"page-{page}", target, Encoding.UTF8.GetBytes(settings.Above(markdown)));
        foreach (var (name, path) in files.Used)
        {
            folder.Write($"file-{path}", name, File.ReadAllBytes(Path.Combine(source, path)));
        }
    }

    private static string SlugOf(string page)
    {
        var name = Path.GetFileNameWithoutExtension(page);
        return name == "index" ? Path.GetFileName(Path.GetDirectoryName(page)) ?? "" : name;
    }

    private string? DateOf(string page, IDocument document, IElement main)
    {
        var published = document.QuerySelector("meta[property='article:published_time']")?.GetAttribute("content");
        var date = main.QuerySelectorAll("time[datetime]").Select(t => t.GetAttribute("datetime")).Prepend(published)
            .Select(d => ArticleDate.Parse(d ?? "", folder.TimeZone))
            .FirstOrDefault(d => d is not null);
        if (date is null && !string.IsNullOrWhiteSpace(published))
        {
            notes.Add(page, $"Its date, {published}, cannot be read; without a date it is a standing page.");
        }

        return date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}

/// <summary>The files beside a saved page that its text uses.</summary>
/// <param name="source">The folder.</param>
/// <param name="page">The page's path below it.</param>
internal sealed class PageFiles(string source, string page) : IHtmlTargets
{
    private readonly SortedDictionary<string, string> _used = new(StringComparer.Ordinal);

    /// <summary>The name of each file in the imported site, and its path below the folder.</summary>
    public IEnumerable<KeyValuePair<string, string>> Used => _used;

    public string Link(string url) => Local(url) ?? url;

    public string Picture(string url) => Local(url) ?? url;

    private string? Local(string url)
    {
        var path = Uri.UnescapeDataString(url.Split('?', '#')[0]);
        if (path.Length == 0
            || path.Contains(':', StringComparison.Ordinal)
            || path.StartsWith("//", StringComparison.Ordinal)
            || new SourcePath(page).Resolve(path) is not { } file
            || AssetType.Of(file.Extension) is null
            || !File.Exists(Path.Combine(source, file.Value)))
        {
            return null;
        }

        var name = AssetName.Of(file.Value);
        _used[name] = file.Value;
        return AssetName.AddressOf(name);
    }
}
