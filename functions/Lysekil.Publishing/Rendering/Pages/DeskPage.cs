using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>The editors' report: what is refused and why, what is scheduled, what went live last.</summary>
internal sealed class DeskPage(SiteIndex index)
{
    /// <summary>More is said to be there, not shown.</summary>
    private const int MostOfEach = 100;

    private const int MostRecent = 20;

    public async Task<RenderResult> RenderAsync(Site site, CancellationToken cancellation)
    {
        var askingDiagnosed = index.DiagnosedAsync(MostOfEach + 1, cancellation);
        var askingScheduled = index.ScheduledAsync(DateTimeOffset.MaxValue, MostOfEach + 1, cancellation);
        var askingRecent = index.RecentAsync(MostRecent, cancellation);
        await Task.WhenAll(askingDiagnosed, askingScheduled, askingRecent);
        var (diagnosed, scheduled) = (await askingDiagnosed, await askingScheduled);
        return new RenderResult(HtmlPage.Render(
            site,
            "desk",
            new PageHead("Redaktionen", PageKey.Desk),
            ("refused", diagnosed.Take(MostOfEach).Select(Model).Where(m => m.IsRefused)),
            ("warned", diagnosed.Take(MostOfEach).Select(Model).Where(m => !m.IsRefused)),
            ("more_remarked", diagnosed.Count > MostOfEach),
            ("scheduled", scheduled.Take(MostOfEach).Select(s => new ScheduledModel(s.Path.ToString(), s.Title, new SwedishDate(In(site, s.Date))))),
            ("more_scheduled", scheduled.Count > MostOfEach),
            ("recent", (await askingRecent).Select(l => new CardModel(l with { Modified = In(site, l.Modified) })))));
    }

    private static DateTimeOffset In(Site site, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, site.Settings.TimeZone);

    private static DiagnosedModel Model(DiagnosedSource source) => new(
        source.Path.ToString(),
        source.Diagnostics.Any(r => r.Severity == Severity.Refusal),
        source.Diagnostics.Select(r => new DiagnosticModel(r.Severity == Severity.Refusal, r.Line, r.Message, r.Remedy)));
}
