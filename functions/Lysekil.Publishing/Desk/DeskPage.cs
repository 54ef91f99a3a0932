using Lysekil.Publishing.Index;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sites;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Desk;

/// <summary>The editors' report: what is refused and why, what is scheduled, what went live last.</summary>
internal sealed class DeskPage(SiteIndex index)
{
    /// <summary>More is said to be there, not shown.</summary>
    private const int MostOfEach = 100;

    private const int MostRecent = 20;

    public async Task<Rendering> RenderAsync(Site site, CancellationToken cancellation)
    {
        var askingRemarked = index.RemarkedAsync(MostOfEach + 1, cancellation);
        var askingScheduled = index.ScheduledAsync(DateTimeOffset.MaxValue, MostOfEach + 1, cancellation);
        var askingRecent = index.RecentAsync(MostRecent, cancellation);
        await Task.WhenAll(askingRemarked, askingScheduled, askingRecent);
        var (remarked, scheduled) = (await askingRemarked, await askingScheduled);
        return new Rendering(HtmlPage.Render(
            site,
            "desk",
            new PageHead("Redaktionen", PageKey.Desk),
            ("refused", remarked.Take(MostOfEach).Select(Model).Where(m => m.IsRefused)),
            ("warned", remarked.Take(MostOfEach).Select(Model).Where(m => !m.IsRefused)),
            ("more_remarked", remarked.Count > MostOfEach),
            ("scheduled", scheduled.Take(MostOfEach).Select(s => new ScheduledModel(s.Path.ToString(), s.Title, new SwedishDate(In(site, s.Date))))),
            ("more_scheduled", scheduled.Count > MostOfEach),
            ("recent", (await askingRecent).Select(l => new CardModel(l with { Modified = In(site, l.Modified) })))));
    }

    private static DateTimeOffset In(Site site, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, site.Settings.TimeZone);

    private static RemarkedModel Model(RemarkedSource source) => new(
        source.Path.ToString(),
        source.Remarks.Any(r => r.Severity == RemarkSeverity.Refusal),
        source.Remarks.Select(r => new RemarkModel(r.Severity == RemarkSeverity.Refusal, r.Line, r.Message, r.Remedy)));
}
