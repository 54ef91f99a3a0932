using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

/// <summary>The settings <c>publisher</c>, <c>contact</c>, <c>social</c> and <c>analytics</c>.</summary>
public class OwnerSettingsTests
{
    [Fact]
    public void All_of_them_are_read()
    {
        var (settings, diagnostics) = Read(
            """
            publisher: Eva Ström
            contact:
              email: red@exempel.se
              phone: +46 (0)523-123 45
              address: Kungsgatan 1, Lysekil
            social:
              Mastodon: https://social.exempel.se/@red
              På Facebook: https://www.facebook.com/exempel
            analytics:
              goatcounter: Exempel
            """);

        Assert.Empty(diagnostics);
        Assert.Equal("Eva Ström", settings.Publisher);
        Assert.Equal(new("red@exempel.se", "+46 (0)523-123 45", "Kungsgatan 1, Lysekil"), settings.Contact);
        Assert.Equal(
            [
                new("Mastodon", "https://social.exempel.se/@red"),
                new MenuEntry("På Facebook", "https://www.facebook.com/exempel"),
            ],
            settings.Social.AsEnumerable());
        Assert.Equal("https://exempel.goatcounter.com/count", settings.Analytics!.Collector);
    }

    [Fact]
    public void A_contact_may_be_an_address_alone() =>
        Assert.Equal(new("red@exempel.se", null, null), Read("contact: red@exempel.se").Settings.Contact);

    [Theory]
    [InlineData("publisher: [Eva, Ulf]", "publisher", "namnet på en enda person, som Eva Ström")]
    [InlineData("contact: på torget", "contact", "en e-postadress, som red@exempel.se")]
    [InlineData("contact: red@exempel.se?cc=x@exempel.se", "contact", "en e-postadress, som red@exempel.se")]
    [InlineData("contact:\n  email: red@exempel", "contact.email", "en e-postadress, som red@exempel.se")]
    [InlineData(
        "contact:\n  phone: ring oss", "contact.phone", "ett telefonnummer med siffror, som 0523-123 45")]
    [InlineData("contact: [a@exempel.se, b@exempel.se]", "contact", "email:, phone: och address: på var sin rad")]
    [InlineData("social: Facebook", "social", SocialExpected)]
    [InlineData("social:\n  Facebook: http://www.facebook.com/x", "social.Facebook", SocialExpected)]
    [InlineData("social:\n  Facebook: javascript:alert(1)", "social.Facebook", SocialExpected)]
    [InlineData("social:\n  Nät:\n    Facebook: https://x.exempel.se/", "social.Nät.Facebook", SocialExpected)]
    [InlineData("analytics: plausible", "analytics", AnalyticsExpected)]
    [InlineData("analytics:\n  google: UA-1", "analytics.google", AnalyticsExpected)]
    [InlineData(
        "analytics:\n  plausible: https://exempel.se/",
        "analytics.plausible",
        "webbplatsens namn hos Plausible, som exempel.se")]
    [InlineData(
        "analytics:\n  goatcounter: a.b",
        "analytics.goatcounter",
        "webbplatsens kod hos GoatCounter, som exempel för exempel.goatcounter.com")]
    public void A_value_that_cannot_be_used_is_told_and_the_others_hold(string bad, string setting, string expected)
    {
        var (settings, diagnostics) = Read($"title: x\n{bad}\ndescription: y\n");

        var told = Assert.Single(diagnostics);
        Assert.Equal((Severity.Warning, "value"), (told.Severity, told.Code));
        Assert.StartsWith($"Inställningen {setting} används inte", told.Message, StringComparison.Ordinal);
        Assert.Equal($"Skriv {expected}.", told.Remedy);
        Assert.True(DiagnosticCatalog.LeavesOut(told));
        Assert.Equal(("x", "y"), (settings.Title, settings.Description));
        Assert.Equal((null, null), (settings.Publisher, settings.Analytics));
        Assert.Empty(settings.Social);
    }

    [Fact]
    public void The_parts_of_a_contact_that_can_be_used_are()
    {
        var (settings, diagnostics) = Read("contact:\n  email: x\n  phone: 0523-123 45\n  telefon: 112 000\n");

        Assert.Equal(new(null, "0523-123 45", null), settings.Contact);
        Assert.Equal([2, 4], diagnostics.Select(d => d.Line!.Value));
        Assert.StartsWith("Skriv phone i stället.", diagnostics[1].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_services_one_counts()
    {
        var (settings, diagnostics) = Read("analytics:\n  plausible: exempel.se\n  goatcounter: exempel\n");

        Assert.Equal("exempel.se", settings.Analytics!.Value);
        Assert.Equal("Skriv en enda tjänst.", Assert.Single(diagnostics).Remedy);
    }

    [Fact]
    public void More_links_than_ten_are_told_and_left_out()
    {
        var (settings, diagnostics) = Read("social:\n" + string.Concat(
            Enumerable.Range(1, 12).Select(i => $"  Nr {i}: https://x.exempel.se/{i}\n")));

        Assert.Equal(10, settings.Social.Length);
        Assert.Equal(12, Assert.Single(diagnostics).Line);
    }

    private const string SocialExpected =
        "varje tjänst på en egen rad under social:, som Mastodon: https://social.exempel.se/@red";

    private const string AnalyticsExpected =
        "en av tjänsterna plausible och goatcounter under analytics:, som plausible: exempel.se";

    private static (SiteSettings Settings, IReadOnlyList<Diagnostic> Diagnostics) Read(string yaml)
    {
        var (settings, diagnostics) = SiteSettings.Read(Encoding.UTF8.GetBytes(yaml));
        return (settings!, diagnostics);
    }
}
