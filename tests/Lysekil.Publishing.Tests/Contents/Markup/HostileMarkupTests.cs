using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Articles;

namespace Lysekil.Publishing.Tests.Contents.Markup;

/// <summary>Nothing that an editor pastes becomes script (R9), in the HTML as a browser parses it.</summary>
public class HostileMarkupTests
{
    private static readonly HashSet<string> Forbidden =
    [
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "button",
        "textarea", "select", "meta",
        "link", "base", "svg", "math", "template", "noscript", "xml", "video", "audio", "portal", "marquee", "isindex",
        "title", "html", "body",
    ];

    [Theory]
    [MemberData(nameof(HostileMarkup.Html), MemberType = typeof(HostileMarkup))]
    [MemberData(nameof(HostileMarkup.Markdown), MemberType = typeof(HostileMarkup))]
    public void No_hostile_markup_becomes_script_on_the_page_or_in_the_feeds(string payload)
    {
        string[] texts =
        [
            payload, $"Före {payload} efter", $"> - {payload}\n", $"| a |\n|--|\n| {payload} |\n", $"## {payload}\n",
        ];
        foreach (var text in texts)
        {
            var markdown = Some.Markdown(text);
            AssertHarmless(markdown.ToHtml());
            AssertHarmless(markdown.ToHtml(new Uri("https://www.exempel.se/2019/10/x/")));
        }
    }

    [Theory]
    [MemberData(nameof(HostileMarkup.Html), MemberType = typeof(HostileMarkup))]
    [MemberData(nameof(HostileMarkup.Markdown), MemberType = typeof(HostileMarkup))]
    public void No_hostile_markup_becomes_script_in_a_whole_manuscript(string payload)
    {
        var reading = ManuscriptReader.Read(
            Some.ArticlePath,
            System.Text.Encoding.UTF8.GetBytes($"---\ntitle: Rubriken\n---\n• {payload}\n{payload}\n"),
            Some.Now,
            Some.Sweden);

        AssertHarmless(reading.Text?.ToHtml() ?? ""); // A file with a control character is refused.
    }

    private static void AssertHarmless(string html)
    {
        // As the page holds it: inside an element, parsed as a document with scripting on.
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(
            $"<!doctype html><main>{html}</main>");
        Assert.Equal("main", document.Body!.LastElementChild!.LocalName);
        foreach (var element in document.Body.QuerySelectorAll("main *"))
        {
            Assert.False(Forbidden.Contains(element.LocalName), $"<{element.LocalName}> in {html}");
            Assert.Equal("http://www.w3.org/1999/xhtml", element.NamespaceUri);
            Assert.All(element.Attributes, a => AssertHarmless(a, html));
        }
    }

    private static void AssertHarmless(IAttr attribute, string html)
    {
        Assert.False(
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{attribute.Name} in {html}");
        Assert.False(
            attribute.Name is "style" or "srcdoc" or "srcset" or "formaction" or "action" or "ping" or "background"
                or "xlink:href" or "data"
                or "target" or "autofocus" or "contenteditable",
            $"{attribute.Name} in {html}");
        if (attribute.Name is not ("href" or "src" or "cite"))
        {
            return;
        }

        // What a browser takes out before it looks at the scheme (URL Standard, basic URL parser).
        var url = string.Concat(attribute.Value.Where(c => c is not ('\t' or '\n' or '\r'))).TrimStart(
            [.. Enumerable.Range(0, 33).Select(c => (char)c)]);
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 || url.IndexOfAny(['/', '?', '#']) is >= 0 and var end && end < colon
            ? ""
            : url[..colon];
        Assert.True(
            scheme.Length == 0
                || scheme.ToLowerInvariant() is "https" or "http" or "mailto" or "tel", $"{attribute.Value} in {html}");
    }
}
