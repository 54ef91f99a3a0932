using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Deliberate defects, each with what it breaks and what diverges.</summary>
public static class DefectList
{
    private static readonly Func<int, FaultProfile?, History> Toggling = (seed, faults) => HistoryGenerator.Toggling(seed, faults!);

    private static readonly Func<int, FaultProfile?, History> Competing = (seed, faults) => HistoryGenerator.Competing(seed, faults!);

    private static readonly Func<int, FaultProfile?, History> Renaming = (seed, faults) => HistoryGenerator.Renaming(seed, faults!);

    private static readonly FaultProfile Crashes = FaultProfile.None with { Duplication = .2, FunctionCrash = .08, ProcessCrash = .005, SlowFunction = .2 };

    private static readonly FaultProfile DuplicatesAndStalls = FaultProfile.None with { Duplication = .4, SlowFunction = .3, Stall = .002 };

    private static readonly FaultProfile SlowFunctions = FaultProfile.None with { Duplication = .3, SlowFunction = .5, EditorPace = 3 };

    /// <summary>Functions that come back to life when others did their work, and die at once.</summary>
    private static readonly FaultProfile ZombieFunctions = FaultProfile.None with { SlowFunction = .5, Stall = .02, LostResponse = .1, FunctionCrash = .05, EditorPace = 3 };

    /// <summary>Each of these must make some history diverge.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        new("source-record-unconditional-replace", "R1", "Index rows of a record that nobody saw stay behind, or a newer version's go.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is RowChange.Replace && IsSource(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("source-record-unconditional-insert", "R1", "Two first publishes of one source: the index rows of the one stay with the record of the other.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is RowChange.Insert && IsSource(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("split-commit", "R1", "A crash between the two commits leaves a page that nobody knows to be stale.")
        {
            FaultProfile = Crashes,
            Inject = (s, _) => s with { Index = new SplitCommits(s.Index, (all, c) => TableRows.IsPage(c.Key) && all.Any(IsSource)) },
        },
        new("stale-row-unconditional-delete", "R2", "A page that was marked again while it was rendered counts as done.")
        {
            Inject = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is RowChange.Delete && TableRows.IsPage(c.Key) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("stale-row-never-deleted", "R2", "Pages stay stale for ever.")
        {
            Inject = (s, _) => s with { Index = new IncompleteCommits(s.Index, (_, c) => c is RowChange.Delete && TableRows.IsPage(c.Key)) },
        },
        new("url-ownership-unconditional", "R1", "Two sources that came at once both stand at one page, or neither does.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Competing,
            Inject = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is not RowChange.Delete && IsUrlOwnership(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("rename-candidates-unconditional", "R1", "Two files take one article's identity, or nobody does.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Renaming,
            Inject = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is not RowChange.Delete && IsRenameCandidates(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("identity-kept-by-old-path", "R1", "A renamed article's identity stays with its old file too, and comes back with it.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Renaming,
            Inject = (s, _) => s with { Index = new IncompleteCommits(s.Index, (all, c) => IsSource(c) && c != all.First(IsSource)) },
        },
        new("outbox-entry-not-committed", "R6", "What follows a commit is forgotten when its function dies.")
        {
            FaultProfile = Crashes,
            Inject = (s, _) => s with { Index = new IncompleteCommits(s.Index, (_, c) => IsOutboxEntry(c)) },
        },
        new("outbox-entry-of-other-source-missing", "R1", "A source that must yield a page, or may have it, is asked and sees nothing to do.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Competing,
            Inject = (s, _) => s with { Index = new IncompleteCommits(s.Index, (all, c) => IsOutboxEntry(c) && c is not RowChange.Delete && all.Any(o => o != c && IsOutboxEntry(o)) && all.First(IsOutboxEntry) != c) },
        },
        new("failed-message-deleted", "R6", "Work whose function died is done by nobody.")
        {
            FaultProfile = Crashes,
            DeletesFailedMessages = true,
        },
        new("index-read-before-page-etag", "R2", "A page is rendered from an archive older than its version, and written over what saw more.")
        {
            FaultProfile = DuplicatesAndStalls,
            Inject = (s, w) => s with { Index = new SnapshotQueries(s.Index, w) },
        },
        new("neighbours-not-queried-after-commit", "R1", "Two neighbours that came at once do not show each other.")
        {
            Inject = (s, w) => s with { Index = new NeighboursNotQueried(s.Index, w) },
        },
        new("feed-not-marked-stale", "R1", "A list of the newest articles does not show one of them.")
        {
            Inject = (s, _) => s with { Index = new IncompleteCommits(s.Index, (all, c) => c.Key == IndexKeys.Stale(PageKey.Rss) && all.Any(IsOutboxEntry)) },
        },
        new("neighbours-queried-before-commit", "R1", "Of two articles that come at once neither sees the other.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Index = new NeighboursQueriedEarly(s.Index, w) },
        },
        new("period-summary-not-written", "R1", "Listings above a period do not show it.")
        {
            Inject = (s, _) => s with { Index = new IncompleteCommits(s.Index, (_, c) => IsSummary(c)) },
        },
        new("deferred-refresh-message-lost", "R6", "A page that was to wait a moment is stale for ever.")
        {
            Inject = (s, w) => s with { PageRefreshes = new DroppedMessages(s.PageRefreshes, _ => w.Current() is { IsRefresh: true }) },
        },
        new("message-to-other-source-lost", "R1", "A source that waits for a page is not told that it is free.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Competing,
            Inject = (s, w) => s with { ContentEvents = new DroppedMessages(s.ContentEvents, _ => w.Current() is { IsPublish: true }) },
        },
        new("rebuild-position-before-stale-rows", "R6", "A slice whose function died after it moved on is never rendered.")
        {
            FaultProfile = Crashes,
            Inject = (s, w) => s with { Index = new RebuildPositionFirst(s.Index, s.PageRefreshes, w), PageRefreshes = new HeldMessages(s.PageRefreshes, w) },
        },
        new("rebuild-not-started", "R1", "New templates or settings show on no page.")
        {
            Inject = (s, _) => s with { Index = new IncompleteCommits(s.Index, (all, c) => c.Key == IndexKeys.Rebuild && all.Any(IsSource)) },
        },
        new("page-rendered-from-live-source", "R3", "A page shows a version that nobody accepted.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Accepted = new LiveSourceContent(s.Accepted, s.Content, w) },
        },
        new("index-tags-written-once", "R1", "An editor is not told that a file which waited for a page has it now, or that its day has come.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Competing,
            Inject = (s, w) => s with { Content = new TagsWrittenOnce(s.Content, w) },
        },
        new("dated-index-row-not-deleted", "R1", "A row of one order of articles is not with the others.")
        {
            Inject = (s, _) => s with { Index = new IncompleteCommits(s.Index, (_, c) => c is RowChange.Delete && c.Key.StartsWith(IndexKeys.Dated, StringComparison.Ordinal)) },
        },
    ];

    /// <summary>
    /// Behind the rule that each of these breaks stands another that heals what comes of it: the stale row's own condition,
    /// the second try that always renders, the look back. Only several accidents at once show them: one of a
    /// thousand histories, or none of a few thousand. They are kept for the command to go on trying.
    /// </summary>
    public static IReadOnlyList<Defect> Masked { get; } =
    [
        new("later-attempt-as-first", "R2", "What a first try wrote before it died, after somebody faster, stays.")
        {
            FaultProfile = Crashes with { LostResponse = .05 },
            Attempt = _ => 1,
        },
        new("page-etag-before-stale-row", "R2", "Somebody who was done before the page was marked again writes in between, unseen.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Index = new PagesReadBeforeStaleRows(s.Index, s, w), Web = new EarlyPageAnswers(s.Web, w), Desk = new EarlyPageAnswers(s.Desk, w) },
        },
        new("no-look-back-after-commit", "R1", "A version that came while the one before was published is not seen by anybody.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Content = new StaleLookBack(s.Content, w) },
        },
        new("page-unconditional-write", "R2", "An older rendering is written over a newer one.")
        {
            FaultProfile = ZombieFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => s with { Web = new UnconditionalChanges(s.Web, writes: true, deletes: false), Desk = new UnconditionalChanges(s.Desk, writes: true, deletes: false) },
        },
        new("page-unconditional-delete", "R2", "A page is deleted that came back meanwhile.")
        {
            FaultProfile = ZombieFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => s with { Web = new UnconditionalChanges(s.Web, writes: false, deletes: true) },
        },
        new("outbox-entry-unconditional", "R1", "Work that another commit left is forgotten.")
        {
            FaultProfile = ZombieFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is not RowChange.Delete && IsOutboxEntry(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("period-summary-before-stale-row", "R2", "A period's summary is taken for what it was before the page was marked.")
        {
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Index = new RowsReadBeforeStaleRows(s.Index, w, IndexKeys.SummaryOf) },
        },
        new("period-summary-unconditional", "R2", "An older summary of a period is written over a newer one.")
        {
            FaultProfile = ZombieFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is not RowChange.Delete && IsSummary(c) ? ChangedCommits.Unconditional(c) : c) },
        },
    ];

    private static bool IsSource(RowChange change) => change.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal);

    private static bool IsOutboxEntry(RowChange change) => change.Key.StartsWith(IndexKeys.OutboxEntries, StringComparison.Ordinal);

    private static bool IsUrlOwnership(RowChange change) => change.Key.StartsWith("contest:", StringComparison.Ordinal);

    private static bool IsRenameCandidates(RowChange change) => change.Key.StartsWith(IndexKeys.RenameCandidateLists, StringComparison.Ordinal);

    private static bool IsSummary(RowChange change) => change.Key.StartsWith("summary:", StringComparison.Ordinal);
}
