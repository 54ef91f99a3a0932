using Lysekil.Local.Mirror;
using Lysekil.Local.Pump;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Local.Output;

/// <summary>Writes what happens on the site, a line each.</summary>
/// <param name="screen">Shows the lines.</param>
/// <param name="site">The site's address, with a slash at the end.</param>
/// <param name="times">Measures when a published source is live.</param>
internal sealed class ActivityLog(Screen screen, Uri site, LiveTimes times)
{
    private readonly HeldWarnings _held = new();
    private int _changes;

    public void Published(PublishOutcome outcome, DateTimeOffset began)
    {
        var certain = _held.Note(outcome.Path, outcome.Diagnostics);
        switch (outcome.Change)
        {
            case PublishChange.Unchanged:
                return;
            case PublishChange.Refused:
                screen.WriteEvent($"[red]refused  [/]  {outcome.Path}");
                break;
            case PublishChange.Draft:
                screen.WriteEvent($"[blue]draft    [/]  {outcome.Path}");
                break;
            case PublishChange.Scheduled:
                screen.WriteEvent($"[blue]scheduled[/]  {outcome.Path}");
                break;
            default:
                if (outcome.Page is null)
                {
                    Live(outcome, took: null);
                }
                else if (times.Published(outcome, began) is { } live)
                {
                    Live(live.Outcome, live.Took);
                }

                break;
        }

        Interlocked.Increment(ref _changes);
        DiagnosticLines.Write(screen, outcome.Path, certain);
    }

    /// <summary>Writes the warnings about what other files have not brought, now that all work is done.</summary>
    public void CameToRest()
    {
        foreach (var (path, warnings) in _held.Take())
        {
            screen.WriteEvent($"[yellow]missing  [/]  {path}");
            DiagnosticLines.Write(screen, path, warnings);
        }
    }

    /// <summary>Tells that work goes on, if nothing was written for some time.</summary>
    public void StillWorking(TimeSpan silence)
    {
        if (screen.Silence >= silence)
        {
            screen.WriteEvent($"[dim]working  [/]  {Volatile.Read(ref _changes)} changes so far …");
        }
    }

    /// <summary>Reports a file that the mirror does not upload.</summary>
    public void Refused(RefusedFile file)
    {
        screen.WriteEvent($"[red]refused  [/]  {file.Path}");
        DiagnosticLines.Write(screen, file.Path, [file.Diagnostic]);
    }

    public void Refreshed(RefreshOutcome outcome)
    {
        if (times.Refreshed(outcome.Page) is { } live)
        {
            Live(live.Outcome, live.Took);
        }
    }

    public void Failed(FailedAttempt failure)
    {
        if (failure.Poisoned)
        {
            var what = FormattableString.Invariant($"{failure.Queue}, given up after {failure.Attempt} attempts");
            screen.WriteEvent($"[red]failed   [/]  {what}: {Faults.Explain(failure.Fault)}");
        }
        else
        {
            Failed(FormattableString.Invariant($"{failure.Queue}, attempt {failure.Attempt}"), failure.Fault);
        }
    }

    public void Failed(string what, Exception fault) =>
        screen.WriteEvent($"[yellow]failed   [/]  {what}, will be tried again: {Faults.Explain(fault)}");

    private void Live(PublishOutcome outcome, TimeSpan? took)
    {
        var seconds = took is { } time ? FormattableString.Invariant($"{time.TotalSeconds,5:0.0} s") : "       ";
        var address = outcome.Page is { } page ? new Uri(site, page.Url).AbsoluteUri : "";
        switch (outcome.Change)
        {
            case PublishChange.Published:
                screen.WriteEvent($"[green]published[/]  {seconds}  {outcome.Path}  [dim]{address}[/]");
                break;
            case PublishChange.Updated:
                screen.WriteEvent($"[green]updated  [/]  {seconds}  {outcome.Path}  [dim]{address}[/]");
                break;
            default:
                screen.WriteEvent($"[magenta]removed  [/]  {seconds}  {outcome.Path}  [dim]{address}[/]");
                break;
        }
    }
}
