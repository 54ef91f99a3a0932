using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <content>Those that another guard masks.</content>
public static partial class DefectList
{
    /// <summary>
    /// Defects that another guard masks: the condition on the stale row, the later attempt that always renders, or the
    /// look back. Only several faults at once reveal them, in one of a thousand histories or in none of a few thousand.
    /// The command can search for one; no test requires it.
    /// </summary>
    public static IReadOnlyList<Defect> Masked { get; } =
    [
        new("later-attempt-as-first", "R2",
            "The old state that a crashed first attempt wrote after a faster invocation stays.")
        {
            FaultProfile = Crashes with { LostResponse = .05 },
            Attempt = _ => 1,
        },
        new("split-commit", "R1", "A crash between the two commits leaves a page without a stale row.")
        {
            FaultProfile = Crashes,
            Inject = (s, _) => s with
            {
                Index = new SplitCommits(s.Index, (all, c) => TableRows.IsPage(c.Key) && all.Any(IsSource)),
            },
        },
        new("held-refresh-not-forced", "R2",
            "The old state of a listing that a crashed publish wrote after a faster invocation stays.")
        {
            FaultProfile = Crashes with { LostResponse = .05 },
            Inject = (s, _) => s with { ContentEvents = new HoldsWithoutForce(s.ContentEvents) },
        },
        new("page-etag-before-stale-row", "R2", "Another invocation writes the page between both reads, unnoticed.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with
            {
                Index = new PagesReadBeforeStaleRows(s.Index, s, w),
                Web = new EarlyPageAnswers(s.Web, w),
            },
        },
        new("no-look-back-after-commit", "R1",
            "A version that is uploaded during the publish of the one before is not published.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Content = new StaleLookBack(s.Content, w) },
        },
        new("page-unconditional-write", "R2", "An older rendering is written over a newer one.")
        {
            FaultProfile = ZombieFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => s with { Web = new UnconditionalChanges(s.Web, writes: true, deletes: false) },
        },
        new("page-unconditional-delete", "R2", "A page that was written again in the meantime is deleted.")
        {
            FaultProfile = ZombieFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => s with { Web = new UnconditionalChanges(s.Web, writes: false, deletes: true) },
        },
        new("outbox-entry-unconditional", "R1", "The outbox entry of another commit is overwritten.")
        {
            FaultProfile = ZombieFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => WithoutCondition(s, c => c is not RowChange.Delete && IsOutboxEntry(c)),
        },
        new("period-summary-before-stale-row", "R2",
            "A summary from before the page was marked is taken for the current one.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Index = new RowsReadBeforeStaleRows(s.Index, w, IndexKeys.SummaryOf) },
        },
        new("period-summary-unconditional", "R2", "An older summary of a period is written over a newer one.")
        {
            FaultProfile = ZombieFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => WithoutCondition(s, c => c is not RowChange.Delete && IsSummary(c)),
        },
        new("redirect-row-not-awaited", "R1",
            "A page redirects by settings that no rebuild has seen, and stays when they are gone.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Redirecting,
            Inject = (s, _) => s with { Index = new RedirectRowsFound(s.Index) },
        },
    ];
}
