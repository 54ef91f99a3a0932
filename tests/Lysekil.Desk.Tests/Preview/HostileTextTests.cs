using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;

namespace Lysekil.Desk.Tests.Preview;

/// <summary>Nothing that an editor types becomes script: not in the preview, on the page or behind a link.</summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private const string Page = "/desk/skriv/" + Some.Path;

    private static readonly string[] RunningElements = ["script", "iframe", "object", "embed", "base", "svg", "form"];

    private DeskSite _site = null!;

    /// <summary>Harmless as text; each would call a function if it became part of a page.</summary>
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>",
        "</textarea><script>alert(1)</script>",
        "</title><img src=x onerror=alert(1)>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "[Tryck](javascript:alert(1))",
        "<a href=\"javascript:alert(1)\">Tryck</a>",
        "<svg onload=alert(1)></svg>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<meta http-equiv=refresh content=\"0;url=https://elak.example/\">",
        "<base href=https://elak.example/>",
        "<form action=https://elak.example/><button>Skicka</button></form>",
        "{{ site.title }}{% raw %}<script>alert(1)</script>",
        "@Model <text>@(1+1)</text>",
    ];

    public async Task InitializeAsync() => _site = await DeskSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Nothing_typed_into_a_field_runs_in_the_preview_or_on_the_page(string text)
    {
        await _site.UploadAsync(Some.Path, "---\ntitle: Kajen\ndraft: true\n---\nText.\n");
        var browser = _site.As(DeskRole.Editor);
        var fields = EditorForm.FieldsOf(await browser.PageAsync(Page)).With(
            ("rubrik", "Kajen " + text), ("ingress", text), ("skribent", text), ("amnen", text), ("text", text),
            ("bildtext", text), ("sokvag", Some.Path));

        var live = await browser.PostAsync("/desk/forhandsvisa", fields);
        Assert.Equal(HttpStatusCode.OK, live.Status);
        var json = JsonDocument.Parse(live.Body).RootElement;
        IsInert(new HtmlParser().ParseDocument(json.GetProperty("html").GetString()!));

        var saved = await browser.PostAsync(Page, fields);
        var page = saved.Status == HttpStatusCode.Found
            ? await browser.PageAsync(saved.Headers["Location"])
            : saved.Page;
        Assert.Equal(text, EditorForm.FieldsOf(page)["text"]);
        Assert.All(page.Scripts, s => Assert.StartsWith("/desk/assets/", s.Source!, StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("form"));
        Assert.Empty(Handlers(page));
        var link = page.QuerySelector("#link")!.GetAttribute("value")!;
        IsInert((await _site.As(null).GetAsync(link)).Page);
    }

    [Fact]
    public async Task A_themes_own_script_does_not_run_in_a_preview()
    {
        _site.Site.Upload("tema/article.liquid",
            "<script>alert(1)</script><h1 onclick=\"alert(1)\">{{ article.title }}</h1>{{ html | raw }}");
        await _site.UploadAsync(Some.Path, "---\ntitle: Kajen\ndraft: true\n---\nText.\n");

        var frame = await _site.As(DeskRole.Reader).GetAsync("/desk/forhandsvisa/" + Some.Path);

        Assert.Equal("Kajen", frame.Page.QuerySelector("h1")!.TextContent);
        IsInert(frame.Page);
        Assert.StartsWith("default-src 'none'", frame.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    private static void IsInert(IHtmlDocument page)
    {
        Assert.All(RunningElements, name => Assert.Empty(page.QuerySelectorAll(name)));
        Assert.Empty(Handlers(page));
        Assert.Empty(page.QuerySelectorAll("meta[http-equiv=refresh]"));
        Assert.All(page.QuerySelectorAll("[href], [src]"), e => Assert.DoesNotContain(
            "javascript:",
            $"{e.GetAttribute("href")}{e.GetAttribute("src")}",
            StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Handlers(IHtmlDocument page) => page.All
        .SelectMany(e => e.Attributes)
        .Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        .Select(a => $"{a.OwnerElement!.LocalName} {a.Name}");
}
