using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Tests.Golden;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Templates;

public class SiteStyleTests
{
    private const string Article = "2026/05/kajen/index.html";

    private const string Own = """
        title: Lysekilsbladet
        baseUrl: https://www.exempel.se
        colours:
          accent: '#0b5f8a'
          background: '#ffffff'
          darkAccent: '#ffb3a3'
        logo: /bilder/logotyp.png
        footer: |
          Ansvarig utgivare: **Eva Ström**

          [Kontakt](/kontakt/)
        """;

    private static readonly string BuiltIn =
        Encoding.UTF8.GetString(new Theme(new Dictionary<string, string>()).StyleSheet);

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task A_site_without_such_settings_has_the_style_sheet_as_it_is()
    {
        await PublishAsync("title: Lysekilsbladet\n");

        Assert.Equal(BuiltIn, StyleSheet);
        Assert.Equal("Lysekilsbladet", Page.QuerySelector(".brand a")!.InnerHtml);
        Assert.Null(Page.QuerySelector(".colophon p"));
    }

    [Fact]
    public async Task Colours_follow_the_style_sheet_as_custom_properties_each_in_its_own_scheme()
    {
        await PublishAsync(Own);

        Assert.Equal(
            BuiltIn + """

                @media (prefers-color-scheme:light){:root{--accent:#0b5f8a;--paper:#ffffff;}}
                @media (prefers-color-scheme:dark){:root{--accent:#ffb3a3;}}
                .brand img{width:auto;height:2.5rem;object-fit:contain;background:none}

                """.ReplaceLineEndings("\n"),
            StyleSheet);
        Assert.Empty(Page.QuerySelectorAll("style, [style]"));
    }

    [Fact]
    public async Task Every_page_has_the_logo_with_the_title_as_its_text_and_the_footer()
    {
        await PublishAsync(Own);

        var html = _site.Pages.Where(p => p.Key.EndsWith(".html", StringComparison.Ordinal)).ToList();
        Assert.True(html.Count > 5);
        foreach (var page in html.Select(p => new HtmlParser().ParseDocument(p.Value)))
        {
            Assert.Equal(
                "<img src=\"/bilder/logotyp.png\" alt=\"Lysekilsbladet\">",
                page.QuerySelector(".brand a")!.InnerHtml);
            Assert.StartsWith(
                "<p>Ansvarig utgivare: <strong>Eva Ström</strong></p>\n<p><a href=\"/kontakt/\">Kontakt</a></p>",
                page.QuerySelector(".colophon")!.InnerHtml.Trim(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_bad_footer_changes_neither_title_nor_address_nor_the_last_good_one_and_is_told_of()
    {
        await PublishAsync(Own);
        await PublishAsync(Own + "\n\n  ## Rubrik\n");

        Assert.Equal(
            ["Ansvarig utgivare: Eva Ström", "Kontakt"],
            Page.QuerySelectorAll(".colophon p").Select(p => p.TextContent));
        Assert.Null(Page.QuerySelector(".colophon h2"));
        Assert.Equal("Lysekilsbladet", Page.QuerySelector(".brand img")!.GetAttribute("alt"));
        Assert.Equal(
            "https://www.exempel.se/2026/05/kajen/", Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        var outcome = _site.Outcomes.Last(o => o.Path.Value == "site.yaml");
        Assert.Equal("footer", Assert.Single(outcome.Diagnostics).Code);
    }

    [Fact]
    public async Task A_site_with_a_style_sheet_of_its_own_has_its_colours_too()
    {
        _site.Upload("tema/stil.css", "body{color:var(--ink)}");
        await PublishAsync(Own);

        Assert.StartsWith(
            "body{color:var(--ink)}\n@media (prefers-color-scheme:light)", StyleSheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_with_all_of_it_stays_within_the_first_fourteen_kilobytes()
    {
        const int Most = 14_336;
        await PublishAsync(Own);
        var golden = (await GoldenSite.FilesAsync())["web/2025/11/budget/index.html"];
        var own = Encoding.UTF8.GetByteCount(_site.Pages[Article]) + Encoding.UTF8.GetByteCount(StyleSheet);
        var plain = new SimulatedSite(Some.Clock());
        plain.Upload("site.yaml", "title: Lysekilsbladet\nbaseUrl: https://www.exempel.se\n");
        plain.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await plain.SettleAsync();
        var added = own - Encoding.UTF8.GetByteCount(plain.Pages[Article]) - Encoding.UTF8.GetByteCount(BuiltIn);

        Assert.True(own <= Most, $"{own} bytes");
        Assert.True(
            Encoding.UTF8.GetByteCount(golden) + Encoding.UTF8.GetByteCount(BuiltIn) + added <= Most,
            $"The settings add {added} bytes.");
    }

    [Fact]
    public void The_colours_against_which_a_sites_own_are_checked_are_those_of_the_style_sheet()
    {
        var schemes = Regex.Matches(BuiltIn, ":root{[^}]*}").Select(m => m.Value).ToList();

        Assert.Equal(2, schemes.Count);
        foreach (var (palette, scheme) in new[] { Palette.Light, Palette.Dark }.Zip(schemes))
        {
            Assert.Equal(palette.Background, In(scheme, "paper"));
            Assert.Equal(palette.Texts, new[] { "ink", "soft", "accent", "sea" }.Select(n => In(scheme, n)));
            Assert.All(palette.Texts, t => Assert.True(t.ContrastTo(palette.Background) >= Palette.LeastContrast));
        }

        static Colour In(string scheme, string name) =>
            Colour.Read(Regex.Match(scheme, $"--{name}:(#[0-9a-f]+)").Groups[1].Value)!;
    }

    private string StyleSheet => _site.Pages[Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")![1..]];

    private AngleSharp.Html.Dom.IHtmlDocument Page => new HtmlParser().ParseDocument(_site.Pages[Article]);

    private Task PublishAsync(string settings)
    {
        _site.Upload("site.yaml", settings);
        _site.Upload("bilder/logotyp.png", SamplePicture.Png());
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        return _site.SettleAsync();
    }
}
