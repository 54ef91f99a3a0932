using Lysekil.Local.Mirror;
using Lysekil.Local.Pump;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Local.Output;

/// <summary>Tells what happens on the site, a line each.</summary>
/// <param name="screen">Where to.</param>
/// <param name="site">The site's address, with a slash at the end.</param>
/// <param name="times">Knows when what was published is live.</param>
internal sealed class ActivityLog(Screen screen, Uri site, LiveTimes times)
{
    public void Published(PublishOutcome outcome, DateTimeOffset began)
    {
        switch (outcome.Change)
        {
            case PublishChange.Unchanged:
                return;
            case PublishChange.Refused:
                screen.Happened($"[red]refused  [/]  {outcome.Path}");
                break;
            case PublishChange.Draft:
                screen.Happened($"[blue]draft    [/]  {outcome.Path}");
                break;
            case PublishChange.Scheduled:
                screen.Happened($"[blue]scheduled[/]  {outcome.Path}");
                break;
            default:
                if (outcome.Page is null)
                {
                    Live(outcome, took: null);
                }
                else if (times.Published(outcome, began) is { } took)
                {
                    Live(outcome, took);
                }

                break;
        }

        DiagnosticLines.Write(screen, outcome.Path, outcome.Diagnostics);
    }

    /// <summary>The mirror leaves a file where it is.</summary>
    public void Refused(RefusedFile file)
    {
        screen.Happened($"[red]refused  [/]  {file.Path}");
        DiagnosticLines.Write(screen, file.Path, [file.Diagnostic]);
    }

    public void Refreshed(RefreshOutcome outcome)
    {
        if (times.Refreshed(outcome.Page) is { } live)
        {
            Live(live.Outcome, live.Took);
        }
    }

    public void Failed(FailedTry failure)
    {
        if (failure.Poisoned)
        {
            screen.Happened($"[red]failed   [/]  {failure.Queue}, given up after {failure.Attempt} tries: {Faults.Explain(failure.Fault)}");
        }
        else
        {
            screen.Happened($"[yellow]failed   [/]  {failure.Queue}, try {failure.Attempt}, will be tried again: {Faults.Explain(failure.Fault)}");
        }
    }

    public void Failed(string what, Exception fault) =>
        screen.Happened($"[yellow]failed   [/]  {what}, will be tried again: {Faults.Explain(fault)}");

    private void Live(PublishOutcome outcome, TimeSpan? took)
    {
        var seconds = took is { } time ? FormattableString.Invariant($"{time.TotalSeconds,5:0.0} s") : "       ";
        var address = outcome.Page is { IsDesk: false } page ? new Uri(site, page.Url).AbsoluteUri : "";
        switch (outcome.Change)
        {
            case PublishChange.Published:
                screen.Happened($"[green]published[/]  {seconds}  {outcome.Path}  [dim]{address}[/]");
                break;
            case PublishChange.Updated:
                screen.Happened($"[green]updated  [/]  {seconds}  {outcome.Path}  [dim]{address}[/]");
                break;
            default:
                screen.Happened($"[magenta]removed  [/]  {seconds}  {outcome.Path}  [dim]{address}[/]");
                break;
        }
    }
}
