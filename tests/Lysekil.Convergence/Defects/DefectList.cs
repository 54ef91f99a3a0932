using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>The deliberate defects, each with the rule that it breaks and the difference that it causes.</summary>
public static partial class DefectList
{
    private static readonly Func<int, FaultProfile?, History> Toggling = (seed, faults) =>
        HistoryGenerator.Toggling(seed, faults!);

    private static readonly Func<int, FaultProfile?, History> Competing = (seed, faults) =>
        HistoryGenerator.Competing(seed, faults!);

    private static readonly Func<int, FaultProfile?, History> Renaming = (seed, faults) =>
        HistoryGenerator.Renaming(seed, faults!);

    private static readonly Func<int, FaultProfile?, History> Linking = (seed, faults) =>
        HistoryGenerator.Linking(seed, faults!);

    private static readonly Func<int, FaultProfile?, History> Redirecting = (seed, faults) =>
        HistoryGenerator.Redirecting(seed, faults!);

    private static readonly Func<int, FaultProfile?, History> Scheduling = (seed, faults) =>
        HistoryGenerator.Scheduling(seed, faults!);

    private static readonly FaultProfile Crashes = FaultProfile.None
        with
    { Duplication = .2, FunctionCrash = .08, ProcessCrash = .005, SlowFunction = .2 };

    private static readonly FaultProfile DuplicatesAndStalls = FaultProfile.None
        with
    { Duplication = .4, SlowFunction = .3, Stall = .002 };

    private static readonly FaultProfile SlowFunctions = FaultProfile.None
        with
    { Duplication = .3, SlowFunction = .5, EditorSlowdown = 3 };

    /// <summary>Invocations that stall until others have done their work, continue, and crash at once.</summary>
    private static readonly FaultProfile ZombieFunctions = FaultProfile.None
        with
    { SlowFunction = .5, Stall = .02, LostResponse = .1, FunctionCrash = .05, EditorSlowdown = 3 };

    /// <summary>Defects that must each make a history diverge.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        new("source-record-unconditional-replace", "R1",
            "Index rows of a record that the publisher did not read stay, or those of a newer version go.")
        {
            RevealingSeed = 46,
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with
            {
                Index = new LenientDeletes(
                    WithoutCondition(s, c => c is RowChange.Replace && IsSource(c)).Index, IndexKeys.Listed, w),
            },
        },
        new("source-record-unconditional-insert", "R1",
            "Two first publishes of a source both succeed: the index rows of one stay with the record of the other.")
        {
            RevealingSeed = 10,
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, _) => WithoutCondition(s, c => c is RowChange.Insert && IsSource(c)),
        },
        new("stale-row-unconditional-delete", "R2",
            "A page that was marked again while it was rendered loses its stale row.")
        {
            RevealingSeed = 44,
            Inject = (s, _) => WithoutCondition(s, c => c is RowChange.Delete && TableRows.IsPage(c.Key)),
        },
        new("stale-row-never-deleted", "R2", "Pages stay stale for ever.")
        {
            RevealingSeed = 1,
            Inject = (s, _) => LeavingOut(s, (_, c) => c is RowChange.Delete && TableRows.IsPage(c.Key)),
        },
        new("url-ownership-unconditional", "R1",
            "Two sources that are published at once both own a URL, or neither does.")
        {
            RevealingSeed = 1,
            FaultProfile = SlowFunctions,
            CreateHistory = Competing,
            Inject = (s, _) => WithoutCondition(s, c => c is not RowChange.Delete && IsUrlOwnership(c)),
        },
        new("rename-candidates-unconditional", "R1",
            "Two renamed files take over the identity of an article, or none does.")
        {
            RevealingSeed = 2,
            FaultProfile = SlowFunctions,
            CreateHistory = Renaming,
            Inject = (s, _) => WithoutCondition(s, c => c is not RowChange.Delete && IsRenameCandidates(c)),
        },
        new("identity-kept-by-old-path", "R1",
            "The old path of a renamed article keeps its identity, and reuses it if a file returns there.")
        {
            RevealingSeed = 3,
            FaultProfile = SlowFunctions,
            CreateHistory = Renaming,
            Inject = (s, _) => LeavingOut(s, (all, c) => IsSource(c) && c != all.First(IsSource)),
        },
        new("outbox-entry-not-committed", "R6", "The work that follows a commit is lost if its invocation crashes.")
        {
            RevealingSeed = 1,
            FaultProfile = Crashes,
            Inject = (s, _) => LeavingOut(s, (_, c) => IsOutboxEntry(c)),
        },
        new("outbox-entry-of-other-source-missing", "R1",
            "A source that must give up a URL, or may take it, is published again and finds nothing to do.")
        {
            RevealingSeed = 5,
            FaultProfile = SlowFunctions,
            CreateHistory = Competing,
            Inject = (s, _) => LeavingOut(s, IsOutboxEntryOfOtherSource),
        },
        new("failed-message-deleted", "R6", "The work of a crashed invocation is not retried.")
        {
            RevealingSeed = 6,
            FaultProfile = Crashes,
            DeletesFailedMessages = true,
        },
        new("index-read-before-page-etag", "R2",
            "A page is rendered from rows older than its version, and overwrites a newer rendering.")
        {
            RevealingSeed = 50,
            FaultProfile = DuplicatesAndStalls,
            Inject = (s, w) => s with { Index = new SnapshotQueries(s.Index, w) },
        },
        new("neighbours-not-queried-after-commit", "R1",
            "Two neighbours that are published at once do not link to each other.")
        {
            RevealingSeed = 9,
            Inject = (s, w) => s with { Index = new NeighboursNotQueried(s.Index, w) },
        },
        new("feed-not-marked-stale", "R1", "The RSS feed does not list a new article.")
        {
            RevealingSeed = 23,
            Inject = (s, _) =>
                LeavingOut(s, (all, c) => c.Key == IndexKeys.Stale(PageKey.Rss) && all.Any(IsOutboxEntry)),
        },
        new("neighbours-queried-before-commit", "R1",
            "Two articles that are published at once do not link to each other.")
        {
            RevealingSeed = 8,
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Index = new NeighboursQueriedEarly(s.Index, w) },
        },
        new("period-summary-not-written", "R1", "Listings above a period do not list it.")
        {
            RevealingSeed = 1,
            Inject = (s, _) => LeavingOut(s, (_, c) => IsSummary(c)),
        },
        new("parts-not-marked", "R1", "A listing that is divided leads to parts that are not there.")
        {
            Inject = (s, _) => LeavingOut(s, (all, c) => IsPart(c) && all.Any(o => o.Key == IndexKeys.Divided)),
        },
        new("part-of-article-not-marked", "R1",
            "The page of a part does not show an article that came, went or changed.")
        {
            Inject = (s, _) => LeavingOut(s, (all, c) => IsPart(c) && all.Any(IsOutboxEntry)),
        },
        new("division-not-noted", "R1", "No publish asks for the parts of a divided listing.")
        {
            Inject = (s, _) => LeavingOut(s, (_, c) => c.Key == IndexKeys.Divided),
        },
        new("deferred-refresh-message-lost", "R6", "A page whose refresh was deferred stays stale for ever.")
        {
            RevealingSeed = 44,
            Inject = (s, w) => s with
            {
                ContentEvents = new DroppedMessages(s.ContentEvents, m => PageRefreshMessage.Read(m) is not null),
                PageRefreshes = new DroppedMessages(s.PageRefreshes, _ => w.Current() is { IsRefresh: true }),
            },
        },
        new("message-to-other-source-lost", "R1",
            "A source that waits for a URL is not published when the URL becomes free.")
        {
            RevealingSeed = 30,
            FaultProfile = SlowFunctions,
            CreateHistory = Competing,
            Inject = (s, w) => s with
            {
                ContentEvents = new DroppedMessages(
                    s.ContentEvents, m => w.Current() is { IsPublish: true } && ContentEvent.Read(m) is not null),
            },
        },
        new("rebuild-position-before-stale-rows", "R6",
            "A slice of a rebuild is never rendered if its invocation crashes after it moved the position on.")
        {
            RevealingSeed = 3,
            FaultProfile = Crashes,
            Inject = (s, w) => s with
            {
                Index = new RebuildPositionFirst(s.Index, s.PageRefreshes, w),
                PageRefreshes = new HeldMessages(s.PageRefreshes, w),
            },
        },
        new("rebuild-not-started", "R1", "New templates or settings show on no page.")
        {
            RevealingSeed = 5,
            Inject = (s, _) => LeavingOut(s, (all, c) => c.Key == IndexKeys.Rebuild && all.Any(IsSource)),
        },
        new("page-rendered-from-live-source", "R3", "A page shows a version that no publish accepted.")
        {
            RevealingSeed = 11,
            FaultProfile = SlowFunctions,
            CreateHistory = Toggling,
            Inject = (s, w) => s with { Accepted = new LiveSourceContent(s.Accepted, s.Content, w) },
        },
        new("index-tags-written-once", "R1",
            "The tags of a file do not tell that it got the URL it waited for, or that its date has come.")
        {
            RevealingSeed = 5,
            FaultProfile = SlowFunctions,
            CreateHistory = Competing,
            Inject = (s, w) => s with { Content = new TagsWrittenOnce(s.Content, w) },
        },
        new("linking-text-not-counted", "R1",
            "A page that comes or goes does not know that texts link to it, and their editors are not told.")
        {
            RevealingSeed = 1,
            FaultProfile = SlowFunctions,
            CreateHistory = Linking,
            Inject = (s, _) => LeavingOut(s, (all, c) => IsUrlOwnership(c) && all.Any(IsLink)),
        },
        new("linked-pages-not-queried-after-commit", "R1",
            "A text and the page to which it links that are published at once do not know of each other.")
        {
            RevealingSeed = 1,
            FaultProfile = SlowFunctions,
            CreateHistory = Linking,
            Inject = (s, w) => s with { Index = new LinkedPagesQueriedOnce(s.Index, w) },
        },
        new("redirect-row-missing", "R6", "A page that the settings no longer redirect stays.")
        {
            RevealingSeed = 1,
            FaultProfile = SlowFunctions,
            CreateHistory = Redirecting,
            Inject = (s, _) => LeavingOut(s, (_, c) => IsRedirect(c)),
        },
        new("redirect-row-of-former-settings", "R1",
            "A rebuild that newer settings have restarted notes pages of the settings before.")
        {
            RevealingSeed = 3,
            FaultProfile = SlowFunctions,
            CreateHistory = Redirecting,
            Inject = (s, _) => s with
            {
                Index = new ChangedCommits(
                    s.Index, (all, c) => all.Any(IsRedirect) ? ChangedCommits.Unconditional(c) : c),
            },
        },
        new("dated-index-row-not-deleted", "R1", "One order of the articles keeps a row that the others do not have.")
        {
            RevealingSeed = 1,
            Inject = (s, _) => LeavingOut(
                s, (_, c) => c is RowChange.Delete && c.Key.StartsWith(IndexKeys.Dated, StringComparison.Ordinal)),
        },
        new("held-refresh-not-sent", "R6",
            "A page that the publish itself fails to refresh stays stale, since no message asks for it.")
        {
            RevealingSeed = 58,
            FaultProfile = FaultProfile.None with { FailedCall = .04 },
            Inject = (s, _) => s with { ContentEvents = new HoldsLost(s.ContentEvents) },
        },
        new("overdue-reconcile-not-started", "R6", "Without timers, nothing finds a source whose event was lost.")
        {
            RevealingSeed = 1,
            Inject = (s, _) => s with { Index = new ClaimsLost(s.Index) },
        },
        new("reconcile-start-read-once", "R6",
            "A process takes the first start that it has read for the last: each claim fails that follows another's.")
        {
            RevealingSeed = 1,
            Inject = (s, _) => s with { Index = new StartReadOnce(s.Index) },
        },
        new("due-article-not-reconciled", "R6", "Without timers, an article whose alarm was lost stays scheduled.")
        {
            RevealingSeed = 17,
            CreateHistory = Scheduling,
            FaultProfile = FaultProfile.None with { MessageLoss = .4 },
            Inject = (s, w) => s with { Index = new NothingDue(s.Index, w) },
        },
    ];

    private static SiteStorage WithoutCondition(SiteStorage storage, Func<RowChange, bool> which) => storage with
    {
        Index = new ChangedCommits(storage.Index, (_, c) => which(c) ? ChangedCommits.Unconditional(c) : c),
    };

    private static SiteStorage LeavingOut(
        SiteStorage storage, Func<IReadOnlyList<RowChange>, RowChange, bool> isLeftOut) => storage with
        {
            Index = new IncompleteCommits(storage.Index, isLeftOut),
        };

    private static bool IsSource(RowChange change) =>
        change.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal);

    private static bool IsOutboxEntry(RowChange change) =>
        change.Key.StartsWith(IndexKeys.OutboxEntries, StringComparison.Ordinal);

    private static bool IsOutboxEntryOfOtherSource(IReadOnlyList<RowChange> changes, RowChange change) =>
        IsOutboxEntry(change) && change is not RowChange.Delete
        && changes.Any(c => c != change && IsOutboxEntry(c)) && changes.First(IsOutboxEntry) != change;

    private static bool IsUrlOwnership(RowChange change) => change.Key.StartsWith("contest:", StringComparison.Ordinal);

    private static bool IsRenameCandidates(RowChange change) =>
        change.Key.StartsWith(IndexKeys.RenameCandidateLists, StringComparison.Ordinal);

    private static bool IsLink(RowChange change) => change.Key.StartsWith(IndexKeys.Links, StringComparison.Ordinal);

    private static bool IsRedirect(RowChange change) =>
        change.Key.StartsWith(IndexKeys.Redirects, StringComparison.Ordinal);

    /// <summary>Whether the change marks the page of a listing's part stale.</summary>
    private static bool IsPart(RowChange change) => change is RowChange.Upsert
        && TableRows.PageOf(change.Key) is { } page
        && PageRoute.Of(page) is PageRoute.DayOfMonth or PageRoute.TopicMonth;

    private static bool IsSummary(RowChange change) => change.Key.StartsWith("summary:", StringComparison.Ordinal);
}
