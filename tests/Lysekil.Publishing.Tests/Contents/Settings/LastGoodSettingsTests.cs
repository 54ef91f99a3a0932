using System.Text;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class LastGoodSettingsTests
{
    [Theory]
    [InlineData("baseUrl: https://www.exempel.se", "baseUrl: ftp://exempel.se")]
    [InlineData("language: en", "language: de")]
    [InlineData("timeZone: Europe/Helsinki", "timeZone: Mars/Olympus")]
    [InlineData("hub: https://nav.exempel.se/", "hub: nav")]
    [InlineData("menu:\n  - text: x\n    url: /x/", "menu:\n  - text: x\n    url: javascript:alert(1)")]
    [InlineData("colours:\n  accent: '#123456'", "colours:\n  accent: röd")]
    [InlineData("logo: /bilder/a.png", "logo: /bilder/a.svg")]
    [InlineData("shareImage: /bilder/a.png", "shareImage: https://annan.exempel.se/a.png")]
    [InlineData("favicon: /bilder/a.png", "favicon: /bilder/a.jpg")]
    [InlineData("share: true", "share: på knappen")]
    [InlineData("feeds: lead", "feeds: ingress")]
    [InlineData("footer: Fot.", "footer: '## Fot'")]
    [InlineData("publisher: Eva Ek", "publisher: [Eva, Ulf]")]
    [InlineData("contact: red@exempel.se", "contact: torget")]
    [InlineData("social:\n  X: https://x.exempel.se/", "social:\n  X: x")]
    [InlineData("analytics:\n  plausible: exempel.se", "analytics:\n  google: x")]
    [InlineData("front: [Skola, Hamnen]", "front:\n  Skola: 1")]
    [InlineData("authors:\n  Eva Ek: eva@exempel.se", "authors:\n  Eva Ek: ring mig")]
    [InlineData("redirects:\n  /a/: /b/", "redirects:\n  /a/: javascript:x")]
    [InlineData("redirects:\n  /a/: /b/", "redirects: x")]
    public void A_setting_that_cannot_be_used_keeps_its_last_good_value(string good, string bad)
    {
        var earlier = Read($"title: Förr\n{good}\n");

        var settings = Read($"title: Nu\n{bad}\ndescription: y\n").WithLastGood([Read(bad), Read("title: x"), earlier]);

        Assert.Equal(("Nu", "y"), (settings.Title, settings.Description));
        Assert.Equal(Values(earlier), Values(settings));
        Assert.NotEqual(Values(SiteSettings.Default), Values(settings));
    }

    [Fact]
    public void The_footer_has_the_quotation_marks_of_the_language_that_holds()
    {
        const string Quoting = "footer: Det \"lilla\".\n";
        var good = Read($"language: en\n{Quoting}");
        Assert.Equal("<p>Det “lilla”.</p>", good.Footer);

        Assert.Equal("<p>Det “lilla”.</p>", Read($"{Quoting}language: de\n").WithLastGood([good]).Footer);
        Assert.Equal("<p>Det «lilla».</p>", Read("language: nb\nfooter: '## x'\n").WithLastGood([good]).Footer);
    }

    /// <summary>Versions, the newest first, and the redirects that hold.</summary>
    public static TheoryData<string, string> RedirectsOfVersions => new()
    {
        // The others hold as they are written now.
        { "/a/: x:y\n  /b/: /3/ | /a/: /1/\n  /b/: /2/\n  /c/: /4/", "/a/>/1/ /b/>/3/" },

        // Each has the newest version in which it could be used.
        { "/a/: x:y\n  /b/: x:y | /a/: x:y\n  /b/: /2/ | /a/: /1/\n  /b/: /3/", "/a/>/1/ /b/>/2/" },

        // Of those that lead in a circle, the one that did not.
        { "/a/: /b/\n  /b/: /a/ | /a/: /b/", "/a/>/b/" },
        { "/a/: /b/\n  /b/: x:y | /b/: /a/", "/a/>/b/" },
        { "/a/: /b/\n  /b/: x:y | /b/: http://localhost:4280/a/ | /b/: /c/", "/a/>/b/ /b/>/c/" },

        // One that is taken out has none, nor one at an address that no page can have, or that the site has itself.
        { "/a/: /1/ | /b/: /2/", "/a/>/1/" },
        { "a: /1/\n  /nyhetsarkiv/: /2/ | /a/: /1/", "" },
        { "/a/: /1/\n  /a/: /2/ | /a/: /3/", "/a/>/1/" },
    };

    [Theory]
    [MemberData(nameof(RedirectsOfVersions))]
    public void Each_redirect_that_cannot_be_used_keeps_its_own_last_good_value(string versions, string holding)
    {
        var read = versions.Split(" | ").Select(v => Read($"redirects:\n  {v}\n")).ToList();

        Assert.Equal(holding, Redirects(read[0].WithLastGood(read[1..])));
    }

    [Fact]
    public void An_author_s_address_that_cannot_be_used_keeps_its_own_last_good_value()
    {
        var earlier = Read(
            "authors:\n  Eva Ek: eva@exempel.se\n  Per Berg: per@exempel.se\n  Ulf Li: ulf@exempel.se\n");

        var settings = Read("authors:\n  Eva Ek: x\n  Per Berg: red@exempel.se\n").WithLastGood([earlier]);

        Assert.Equal(
            ["eva-ek eva@exempel.se", "per-berg red@exempel.se"],
            settings.Authors.Select(a => $"{a.Key} {a.Value}").Order());
    }

    [Fact]
    public async Task A_redirect_that_is_mistaken_leads_on_as_before_until_it_is_taken_out()
    {
        var site = new SimulatedSite(Some.Clock());
        foreach (var (redirect, leadsTo) in new[] { ("/ny/", "/ny/"), ("ny", "/ny/"), ("/nyare/", "/nyare/") })
        {
            site.Upload("site.yaml", $"title: x\nredirects:\n  /gammal/: {redirect}\n");
            await site.SettleAsync();
            Assert.Contains(
                $"url=http://localhost:4280{leadsTo}\"", site.Pages["gammal/index.html"], StringComparison.Ordinal);
        }

        site.Upload("site.yaml", "title: x\n");
        await site.SettleAsync();
        Assert.DoesNotContain("gammal/index.html", site.Pages.Keys);
    }

    [Fact]
    public void A_setting_that_is_taken_out_or_can_be_used_has_no_earlier_value()
    {
        var earlier = Read("footer: Förr.\npublisher: Förr\n");

        var settings = Read("footer: Nu.\nlogo: x.svg\n").WithLastGood([earlier]);

        Assert.Equal(("<p>Nu.</p>", null), (settings.Footer, settings.Publisher));
    }

    [Fact]
    public async Task A_site_keeps_the_last_good_value_of_a_version_that_it_has_accepted()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("sidor/om.md", "# Om\n\nText.\n");
        foreach (var footer in new[] { "Ett.", "Två.", "'## Tre'" })
        {
            site.Upload("site.yaml", $"title: x\nfooter: {footer}\n");
            await site.SettleAsync();
        }

        Assert.Contains("<p>Två.</p>", site.Pages["om/index.html"], StringComparison.Ordinal);
        site.Upload("site.yaml", "title: x\n");
        await site.SettleAsync();
        Assert.DoesNotContain("<p>Två.</p>", site.Pages["om/index.html"], StringComparison.Ordinal);
    }

    /// <summary>Stands for a version of the engine that had other rules when it accepted the file.</summary>
    [Fact]
    public async Task A_setting_that_a_later_engine_refuses_keeps_its_last_good_value()
    {
        const string Newest = "title: Lysekilsbladet\ntimeZone: Europe/Helsinki\n";
        var site = new SimulatedSite(Some.Clock());
        site.Upload("site.yaml", "title: x\nhub: https://nav.exempel.se/\n");
        await site.SettleAsync();
        site.Upload("site.yaml", Newest);
        await site.SettleAsync();

        site.Storage.Accepted.Put(ContentHash.Of(Encoding.UTF8.GetBytes(Newest)).Value, Newest + "hub: nav\n");
        var storage = site.Storage.Site;
        var reader = new Lysekil.Publishing.Rendering.SiteReader(
            new Lysekil.Publishing.Index.SiteIndex(storage.Index),
            new Lysekil.Publishing.Contents.Articles.AcceptedSources(storage.Accepted));
        var settings = (await reader.ReadAsync(default)).Settings;

        Assert.Equal(
            ("Lysekilsbladet", "Europe/Helsinki", "https://nav.exempel.se/"),
            (settings.Title, settings.TimeZone.Id, settings.Hub!.AbsoluteUri));
    }

    private static string Values(SiteSettings s) => string.Join(
        '|', s.BaseUrl, s.FeedIdentity, s.Language, s.Locale.Language, s.TimeZone.Id, s.Hub, string.Join(',', s.Menu),
        s.Colours, s.Logo, s.Favicon, s.ShareImage, s.Share, s.FeedsHaveLeads, s.Footer, s.Publisher, s.Contact,
        string.Join(',', s.Social), s.Analytics, string.Join(',', s.Front), string.Join(',', s.Authors), Redirects(s));

    private static string Redirects(SiteSettings settings) => string.Join(
        ' ', settings.Redirects.Pages.Select(p => settings.Redirects.Find(p)).Select(r => $"{r!.From}>{r.To}").Order());

    private static SiteSettings Read(string yaml) => SiteSettings.Read(Encoding.UTF8.GetBytes(yaml)).Settings!;
}
