using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Local.Import.Html;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Folders;

/// <summary>Imports saved pages: of each, what stands in its main part.</summary>
internal sealed class PageFolder(string source, ImportFolder folder, ImportNotes notes)
{
    /// <summary>What stands around the text on each page.</summary>
    private const string Around = "nav, header, footer, aside, form, script, style, noscript, [role=navigation]";

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
            Write(page, new HtmlParser().ParseDocument(stream));
        }
    }

    private void Write(string page, IDocument document)
    {
        var main = document.QuerySelector("article") ?? document.QuerySelector("main, [role=main], #content")
            ?? document.Body!;
        var heading = main.QuerySelector("h1") ?? document.QuerySelector("h1");
        var title = OneLine(heading?.TextContent ?? document.Title ?? "");
        if (Slug.From(SlugOf(page)) is not { } slug || title.Length == 0)
        {
            notes.Add(page, "It has no title or no name, and is left out.");
            return;
        }

        var date = DateOf(document, main);
        heading?.Remove();
        foreach (var around in main.QuerySelectorAll(Around).ToList())
        {
            around.Remove();
        }

        var files = new PageFiles(source, page);
        var markdown = new HtmlMarkdown(
            files, name => notes.Add(page, $"An element {name} cannot be shown, and is left out.")).Convert(main);
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

    private static string? DateOf(IDocument document, IElement main)
    {
        var written = document.QuerySelector("meta[property='article:published_time']")?.GetAttribute("content")
            ?? main.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        return DateTimeOffset.TryParse(
            written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
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

        var name = FolderMarkdown.TargetOf(file.Value);
        _used[name] = file.Value;
        return "/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
    }
}
