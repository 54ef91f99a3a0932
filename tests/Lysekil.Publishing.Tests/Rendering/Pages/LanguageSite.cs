using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>
/// Sites of every kind of page, in one language. What editors wrote in them has no word of any, so that all words which
/// visitors read are the engine's.
/// </summary>
internal static partial class LanguageSite
{
    private static readonly string[] Kinds =
    [
        "note", "summary", "warning", "done", "example", "question", "tip", "important", "info", "todo",
    ];

    /// <summary>Attributes that visitors read or hear, or that scripts show.</summary>
    private static readonly string[] Read =
    [
        "alt", "title", "aria-label", "data-busy", "data-failed", "data-none", "data-one", "data-many", "data-since",
        "data-whole", "data-more", "data-further", "data-share",
    ];

    /// <summary>All that visitors read of each page and feed, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TextsAsync(string language)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (prefix, site) in new[]
        {
            ("", Full(language)), ("empty/", Settings(language)), ("one/", WithOneArticle(language)),
            ("divided/", Full(language, new ListLengths(Month: 1, TopicYear: 1))),
        })
        {
            await site.SettleAsync();
            await site.Engine.Rebuilder.StartAsync(default);
            await site.SettleAsync();
            Assert.All(site.Outcomes, o => Assert.Empty(o.Diagnostics));
            foreach (var (name, page) in site.Pages)
            {
                if (name.EndsWith(".html", StringComparison.Ordinal))
                {
                    texts[prefix + name] = OfHtml(page);
                }
                else if (name.EndsWith("rss.xml", StringComparison.Ordinal))
                {
                    texts[prefix + name] = OfRss(page);
                }
            }
        }

        return texts;
    }

    /// <summary>The words of a text, in lower case.</summary>
    public static IEnumerable<string> Words(string text) =>
        Word().Matches(Placeholder().Replace(text, " ")).Select(w => w.Value.ToLowerInvariant());

    private static SimulatedSite Settings(string language, ListLengths? lengths = null)
    {
        var site = new SimulatedSite(Some.Clock(), lengths: lengths);
        site.Upload("site.yaml", $"title: Zyx\nbaseUrl: https://zyx.example\nlanguage: {language}\nshare: true\n"
            + "publisher: Zyx Qq\ncontact: zyx@zyx.zz\nsocial:\n  Zyx: https://zyx.example/zyx\n");
        return site;
    }

    private static SimulatedSite WithOneArticle(string language)
    {
        var site = Settings(language);
        site.Upload("artiklar/2026-04-01-zyx.md", Some.Article("Zyx", "Zyx.").Split("\n\nOch")[0]);
        return site;
    }

    private static SimulatedSite Full(string language, ListLengths? lengths = null)
    {
        var site = Settings(language, lengths);
        site.Upload("bilder/zyx.png", SamplePicture.Png(1_000, 600));
        site.Upload("sidor/zyx.md", "# Zyx qq\n\nZyx.\n");
        site.Upload(
            "artiklar/2026-04-01-zyx.md",
            Some.ArticleWith(
                "topics: [Zäx]\nupdated: 2026-05-01 12:00\naliases: [/zyx/gg/]\nimage: /bilder/zyx.png\n"
                    + "image_alt: Zyx\nimage_caption: Zyx.\nimage_credit: Zyx Qq\n"
                    + "author: Zyx Qq\ncorrections:\n  - 2026-05-01: Zyx.",
                "Zyx",
                $"Zyx.\n\n![Zyx](/bilder/zyx.png)\n\n{string.Join("\n\n", Kinds.Select(k => $"> [!{k}]\n> Zyx."))}\n\n"
                    + "https://www.youtube.com/watch?v=zyx\n\n[Zyx](https://vimeo.com/1)\n\n<div>Zyx</div>"));
        site.Upload("artiklar/2026-05-03-zyw.md", Some.ArticleWith("topics: [Zax]", "Zyw", "Zyx."));
        site.Upload("artiklar/2026-04-02-zyv.md", Some.ArticleWith("expires: 2026-04-10", "Zyv", "Zyx."));
        site.Upload("sidor/zyv.md", "---\nexpires: 2026-04-10\n---\n# Zyv\n\nZyx.\n");
        site.Upload("artiklar/2026-04-03-zyy.md", Some.ArticleWith("topics: [Zax]", "Zyy", "Zyx."));
        site.Upload("artiklar/2026-05-02-zyz.md", Some.ArticleWith("topics: [Zyx]", "Zyz", "Zyx."));
        return site;
    }

    private static string OfHtml(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        foreach (var script in page.QuerySelectorAll("script"))
        {
            script.Remove();
        }

        // A parser that may run scripts reads the text of noscript as such.
        var unread = page.QuerySelectorAll("noscript").Select(n => new HtmlParser().ParseDocument(n.TextContent));
        var metadata = page.QuerySelectorAll("meta[name=description], meta[property='og:title']")
            .Select(m => m.GetAttribute("content"));
        return string.Join('\n', [.. Parts(page), .. unread.SelectMany(Parts), .. metadata]);
    }

    private static IEnumerable<string?> Parts(IDocument page) => page.All
        .SelectMany(e => Read.Select(e.GetAttribute))
        .Prepend(page.DocumentElement.TextContent);

    private static string OfRss(string xml) => string.Join('\n', XDocument.Parse(xml).Descendants()
        .Where(e => e.Name.LocalName is "title" or "description" or "encoded")
        .Select(e => OfHtml(e.Value)));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
