using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Tests.Architecture;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class SiteSettingsTests
{
    [Fact]
    public void All_settings_are_read()
    {
        var settings = Read(
            """
            title: Lysekils nyheter
            baseUrl: https://www.exempel.se
            description: Om kommunen
            language: sv-SE
            timeZone: Europe/Helsinki
            feedIdentity: gamla.exempel.se
            hub: https://nav.exempel.se/navet?x=y
            menu:
              - text: Nyhetsarkiv
                url: /nyhetsarkiv/
              - { text: Kommunen, url: "https://www.lysekil.se" }
              - text: Om
                url: sidor/om.md
            """);

        Assert.Equal(
            ("Lysekils nyheter", "Om kommunen", "sv-SE"), (settings.Title, settings.Description, settings.Language));
        Assert.Equal("https://www.exempel.se/", settings.BaseUrl.AbsoluteUri);
        Assert.Equal("https://www.exempel.se/rss.xml", settings.Absolute("/rss.xml"));
        Assert.Equal("https://nav.exempel.se/navet?x=y", settings.Hub!.AbsoluteUri);
        Assert.Equal(("Europe/Helsinki", "gamla.exempel.se"), (settings.TimeZone.Id, settings.FeedIdentity));
        Assert.Equal(
            [
                new("Nyhetsarkiv", "/nyhetsarkiv/"),
                new("Kommunen", "https://www.lysekil.se"),
                new MenuEntry("Om", "/om/"),
            ],
            settings.Menu.AsEnumerable());
    }

    [Theory]
    [InlineData("# bara en kommentar")]
    [InlineData("title:\nbaseUrl: ~\n")]
    [InlineData("---\n")]
    public void A_setting_that_is_missing_has_a_default(string yaml)
    {
        var settings = Read(yaml);

        Assert.Equal(
            (SiteSettings.Default.Title, "Europe/Stockholm", "sv"),
            (settings.Title, settings.TimeZone.Id, settings.Language));
        Assert.Equal(SiteSettings.Default.Menu, settings.Menu);
        Assert.Null(settings.Hub);
    }

    [Theory]
    [InlineData("title: x\nbaseUrl: www.exempel.se", "value", 2)]
    [InlineData("baseUrl: ftp://exempel.se", "value", 1)]
    [InlineData("baseUrl: https://exempel.se/under/", "value", 1)]
    [InlineData("baseUrl: https://exempel.se?x=y", "value", 1)]
    [InlineData("baseUrl: \"https://exempel.se#x\"", "value", 1)]
    [InlineData("baseUrl: https://a:b@exempel.se", "value", 1)]
    [InlineData("baseUrl: javascript:alert(1)", "value", 1)]
    [InlineData("hub: http://nav.exempel.se/", "value", 1)]
    [InlineData("hub: nav.exempel.se", "value", 1)]
    [InlineData("hub: https://a:b@nav.exempel.se/", "value", 1)]
    [InlineData("hub: \"https://nav.exempel.se/#x\"", "value", 1)]
    [InlineData("hub: https://127.0.0.1/", "value", 1)]
    [InlineData("hub: https://localhost/", "value", 1)]
    [InlineData("title: x\nhub: https://nav/", "value", 2)]
    [InlineData("hub: https://localhost./", "value", 1)]
    [InlineData("hub: https://nav.localhost/", "value", 1)]
    [InlineData("hub: https://nav./", "value", 1)]
    [InlineData("hub: https://127.0.0.1./", "value", 1)]
    [InlineData("hub: https://2130706433/", "value", 1)]
    [InlineData("hub: https://127。0。0。1/", "value", 1)]
    [InlineData("hub: https://１２７.0.0.1/", "value", 1)]
    [InlineData("hub: https://ｌocalhost。/", "value", 1)]
    [InlineData("hub: https://nav.ｌocal/", "value", 1)]
    [InlineData("hub: https://nav.internal/", "value", 1)]
    [InlineData("hub: https://[::1]/", "value", 1)]
    [InlineData("title: x\n\ntimeZone: Mars/Olympus", "value", 3)]
    [InlineData("timeZone: Stockholm", "value", 1)]
    [InlineData("title: x\nmenu:\n  - text: x\n    url: javascript:alert(1)", "value", 2)]
    [InlineData("menu: [x]\ntitle: x\ntitle: y", "front-matter", 3)]
    [InlineData("- x", "front-matter", 1)]
    [InlineData("title: [", "front-matter", 1)]
    [InlineData("title: x\n---\ntitle: y", "front-matter", 2)]
    [InlineData("title: a: b", "front-matter", 1)]
    [InlineData("", "empty", null)]
    [InlineData("a\0", "encoding", 1)]
    public void A_value_that_cannot_be_used_is_refused_with_its_line(string yaml, string code, int? line)
    {
        var (_, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes(yaml));

        Assert.Equal(
            (Severity.Refusal, code, line), (diagnostics[0].Severity, diagnostics[0].Code, diagnostics[0].Line));
    }

    /// <summary>
    /// What an earlier version of the engine accepted, and this one refuses, must not become a site without a name.
    /// </summary>
    [Theory]
    [InlineData("timeZone: Mars/Olympus")]
    [InlineData("hub: http://nav.exempel.se/")]
    [InlineData("menu:\n  - text: x\n    url: javascript:alert(1)")]
    [InlineData("colours:\n  accent: röd")]
    [InlineData("logo: /bilder/logotyp.svg")]
    [InlineData("footer: '## Kontakt'")]
    [InlineData("okänd: x")]
    public void One_setting_that_cannot_be_used_leaves_the_others_as_they_are(string bad)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes(
            $"title: Lysekils nyheter\n{bad}\nbaseUrl: https://www.exempel.se\ndescription: Om kommunen\n"));

        Assert.Equal(
            ("Lysekils nyheter", "https://www.exempel.se/", "Om kommunen"),
            (settings!.Title, settings.BaseUrl.AbsoluteUri, settings.Description));
        Assert.NotEmpty(Assert.Single(diagnostics).Remedy);
        Assert.Equal((SiteColours.None, null, ""), (settings.Colours, settings.Logo, settings.Footer));
    }

    [Theory]
    [InlineData("title: [")]
    [InlineData("- x")]
    [InlineData("a\0")]
    [InlineData("")]
    public void A_file_that_cannot_be_read_has_no_settings(string yaml) =>
        Assert.Null(SiteSettings.Read(Encoding.UTF8.GetBytes(yaml)).Settings);

    [Fact]
    public void An_unknown_key_is_a_warning()
    {
        var (settings, diagnostics) = SiteSettings.Read("titel: x\nTitle: y\n"u8);

        Assert.Equal("y", settings!.Title);
        Assert.Equal(
            ("unknown-key", (int?)1, Severity.Warning),
            (Assert.Single(diagnostics).Code, diagnostics[0].Line, diagnostics[0].Severity));
        Assert.StartsWith("Skriv title i stället.", diagnostics[0].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_has_one_name_only()
    {
        var (settings, diagnostics) = SiteSettings.Read("base_url: https://www.exempel.se\n"u8);

        Assert.Equal(SiteSettings.Default.BaseUrl, settings!.BaseUrl);
        Assert.StartsWith(
            "Skriv baseUrl i stället.", Assert.Single(diagnostics).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_about_them_names_all_settings()
    {
        var known = SiteSettings.Read("x: y"u8).Diagnostics[0].Remedy.Split("Kända inställningar: ")[1];
        var document = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "site-settings.md"));

        Assert.Equal(
            known.TrimEnd('.').Split(", ").Order(StringComparer.Ordinal),
            document.Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1])
                .Order(StringComparer.Ordinal));
    }

    private static SiteSettings Read(string yaml)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes(yaml));
        Assert.Empty(diagnostics);
        return settings!;
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/2019/10/valkyriornas-hostmote/")]
    [InlineData("/a/../b/./c")]
    [InlineData("/.dold/fil")]
    [InlineData("/bilder/Åsa & co (1).jpg")]
    [InlineData("/bilder/%C3%85sa%20%26%20co%20%281%29.jpg")]
    [InlineData("//annan.exempel.se/a")]
    [InlineData("https://annan.exempel.se/a")]
    [InlineData("/sok/?q=hamn#svar")]
    [InlineData("#svar")]
    [InlineData("")]
    public void A_path_becomes_absolute_as_URLs_do(string path) =>
        Assert.Equal(new Uri(SiteSettings.Default.BaseUrl, path).AbsoluteUri, SiteSettings.Default.Absolute(path));

    [Fact]
    public void A_file_that_cannot_be_read_is_told_of_as_what_it_is()
    {
        var (settings, diagnostics) = SiteSettings.Read("title: Lysekil\nmenu\n"u8.ToArray());

        Assert.Null(settings);
        Assert.Equal("Filen går inte att läsa: raden har inget kolon.", Assert.Single(diagnostics).Message);
    }
}
