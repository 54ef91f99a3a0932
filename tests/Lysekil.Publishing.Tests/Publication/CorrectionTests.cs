using AngleSharp.Html.Parser;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>Corrections are shown marked on the page and in the feeds, and are a change that readers see.</summary>
public class CorrectionTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public CorrectionTests() => _site = new SimulatedSite(_clock);

    [Theory]
    [InlineData("corrections:\n  - date: 2026-05-02 18:30\n    text: Kajen blir 40 meter.")]
    [InlineData("rättelser:\n  - datum: 2026-05-02 18:30\n    text: Kajen blir 40 meter.")]
    [InlineData("rättelse:\n  - 2026-05-02 18:30: Kajen blir 40 meter.")]
    public async Task They_are_shown_marked_above_the_text_and_in_each_feed(string settings)
    {
        await UploadAsync("");
        _clock.Advance(TimeSpan.FromHours(1));

        await UploadAsync(settings);

        var note = new HtmlParser().ParseDocument(_site.Pages[Page]).QuerySelector("article > .note")!;
        Assert.Equal("Rättelse 2 maj 2026 kl. 18.30: Kajen blir 40 meter.", note.TextContent);
        Assert.Equal("Rättelse 2 maj 2026 kl. 18.30:", note.QuerySelector("strong")!.TextContent);
        Assert.Contains("Uppdaterad", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains(
            "\"correction\":[{\"@type\":\"CorrectionComment\",\"text\":\"Kajen blir 40 meter.\","
                + "\"datePublished\":\"2026-05-02T18:30:00\\u002B02:00\"}]",
            _site.Pages[Page],
            StringComparison.Ordinal);
        Assert.Empty(_site.Outcomes[^1].Diagnostics);
        foreach (var feed in new[] { "rss.xml", "atom.xml", "feed.json" })
        {
            Assert.Contains("Rättelse 2 maj 2026 kl. 18.30:", _site.Pages[feed], StringComparison.Ordinal);
            Assert.Contains("Kajen blir 40 meter.", _site.Pages[feed], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task They_leave_lists_as_they_are()
    {
        await UploadAsync("");
        var month = _site.ETagOf("nyhetsarkiv/2026/05/index.html");

        await UploadAsync("rättelser:\n  - 2026-05-02: Fel.\n  - 2026-05-03: <b>Fel</b> & mer.");

        Assert.Equal(month, _site.ETagOf("nyhetsarkiv/2026/05/index.html"));
        Assert.Contains("</strong> &lt;b&gt;Fel&lt;/b&gt; &amp; mer.", _site.Pages[Page], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rättelser: Kajen blir 40 meter.")]
    [InlineData("rättelser: [Kajen blir 40 meter.]")]
    [InlineData("rättelser:\n  date: 2026-05-02\n  text: Kajen.")]
    [InlineData("rättelser:\n  - date: 2026-05-02")]
    [InlineData("rättelser:\n  - date: i går\n    text: Kajen.")]
    [InlineData("rättelser:\n  - date: 2026-05-02\n    text: Kajen.\n    by: Eva")]
    [InlineData("rättelser:\n  - 2026-05-02:")]
    [InlineData("rättelser:\n  - 2026-05-02: [Kajen]")]
    public void One_that_cannot_be_read_refuses_the_file(string settings)
    {
        var reading = Some.Reading(Some.ArticleWith(settings));

        Assert.Null(reading.Manuscript);
        var refusal = Assert.Single(reading.Diagnostics);
        Assert.Equal(("value", (int?)2), (refusal.Code, refusal.Line));
        Assert.Contains("- 2026-03-24: ", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_or_too_long_ones_refuse_the_file()
    {
        var many = string.Concat(Enumerable.Range(10, 11).Select(d => $"\n  - 2026-03-{d}: Fel."));

        Assert.Contains("11; gränsen är 10", MessageOf("rättelser:" + many), StringComparison.Ordinal);
        Assert.Contains(
            "501 tecken", MessageOf("rättelser:\n  - 2026-03-10: " + new string('x', 501)), StringComparison.Ordinal);

        static string MessageOf(string settings) =>
            Assert.Single(Some.Reading(Some.ArticleWith(settings)).Diagnostics).Message;
    }

    [Fact]
    public async Task A_standing_page_has_them_too()
    {
        _site.Upload("sidor/om.md", "---\nrättelser:\n  - 2026-05-02: Fel.\n---\n# Om\n\nText.\n");
        await _site.SettleAsync();

        Assert.Contains(
            "<strong lang=\"sv\">Rättelse 2 maj 2026:</strong> Fel.",
            _site.Pages["om/index.html"],
            StringComparison.Ordinal);
    }

    private Task UploadAsync(string settings)
    {
        _site.Upload(Path, Some.ArticleWith($"author: Eva\n{settings}"));
        return _site.SettleAsync();
    }
}
