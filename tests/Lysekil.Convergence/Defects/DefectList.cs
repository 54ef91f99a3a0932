using Lysekil.Convergence.Histories;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Convergence.Defects;

/// <summary>Deliberate defects, each with what it breaks and what diverges.</summary>
public static class DefectList
{
    private static readonly Func<int, Weather?, History> Flickering = (seed, weather) => HistoryGenerator.Flickering(seed, weather!);

    private static readonly Func<int, Weather?, History> Competing = (seed, weather) => HistoryGenerator.Competing(seed, weather!);

    private static readonly Func<int, Weather?, History> Wandering = (seed, weather) => HistoryGenerator.Wandering(seed, weather!);

    private static readonly Weather Crashing = Weather.Calm with { Duplication = .2, Crash = .08, ProcessCrash = .005, Slow = .2 };

    private static readonly Weather Crowded = Weather.Calm with { Duplication = .4, Slow = .3, Stall = .002 };

    private static readonly Weather Overtaken = Weather.Calm with { Duplication = .3, Slow = .5, Leisure = 3 };

    /// <summary>Functions that come back to life when others did their work, and die at once.</summary>
    private static readonly Weather Haunted = Weather.Calm with { Slow = .5, Stall = .02, FaultAfter = .1, Crash = .05, Leisure = 3 };

    /// <summary>Each of these must make some history diverge.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        new("source-unconditional-replace", "R1", "Index rows of a record that nobody saw stay behind, or a newer version's go.")
        {
            Weather = Overtaken,
            Histories = Flickering,
            Spoil = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is RowChange.Replace && IsSource(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("source-unconditional-insert", "R1", "Two first publishes of one source: the index rows of the one stay with the record of the other.")
        {
            Weather = Overtaken,
            Histories = Flickering,
            Spoil = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is RowChange.Insert && IsSource(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("split-commit", "R1", "A crash between the two commits leaves a page that nobody knows to be stale.")
        {
            Weather = Crashing,
            Spoil = (s, _) => s with { Index = new SplitCommits(s.Index, (all, c) => TableRows.IsPage(c.Key) && all.Any(IsSource)) },
        },
        new("stale-unconditional-delete", "R2", "A page that was marked again while it was rendered counts as done.")
        {
            Spoil = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is RowChange.Delete && TableRows.IsPage(c.Key) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("stale-never-deleted", "R2", "Pages stay stale for ever.")
        {
            Spoil = (s, _) => s with { Index = new IncompleteCommits(s.Index, (_, c) => c is RowChange.Delete && TableRows.IsPage(c.Key)) },
        },
        new("contest-unconditional", "R1", "Two sources that came at once both stand at one page, or neither does.")
        {
            Weather = Overtaken,
            Histories = Competing,
            Spoil = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is not RowChange.Delete && IsUrlOwnership(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("succession-unconditional", "R1", "Two files take one article's identity, or nobody does.")
        {
            Weather = Overtaken,
            Histories = Wandering,
            Spoil = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is not RowChange.Delete && IsRenameCandidates(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("identity-kept", "R1", "A renamed article's identity stays with its old file too, and comes back with it.")
        {
            Weather = Overtaken,
            Histories = Wandering,
            Spoil = (s, _) => s with { Index = new IncompleteCommits(s.Index, (all, c) => IsSource(c) && c != all.First(IsSource)) },
        },
        new("nothing-owed", "R6", "What follows a commit is forgotten when its function dies.")
        {
            Weather = Crashing,
            Spoil = (s, _) => s with { Index = new IncompleteCommits(s.Index, (_, c) => IsPending(c)) },
        },
        new("others-not-owed", "R1", "A source that must yield a page, or may have it, is asked and sees nothing to do.")
        {
            Weather = Overtaken,
            Histories = Competing,
            Spoil = (s, _) => s with { Index = new IncompleteCommits(s.Index, (all, c) => IsPending(c) && c is not RowChange.Delete && all.Any(o => o != c && IsPending(o)) && all.First(IsPending) != c) },
        },
        new("failed-message-dropped", "R6", "Work whose function died is done by nobody.")
        {
            Weather = Crashing,
            DropsFailed = true,
        },
        new("archive-before-page", "R2", "A page is rendered from an archive older than its version, and written over what saw more.")
        {
            Weather = Crowded,
            Spoil = (s, w) => s with { Index = new SnapshotQueries(s.Index, w) },
        },
        new("neighbours-not-asked", "R1", "Two neighbours that came at once do not show each other.")
        {
            Spoil = (s, w) => s with { Index = new LostNeighbours(s.Index, w) },
        },
        new("lists-not-touched", "R1", "A list of the newest articles does not show one of them.")
        {
            Spoil = (s, _) => s with { Index = new IncompleteCommits(s.Index, (all, c) => c.Key == IndexKeys.Stale(PageKey.Rss) && all.Any(IsPending)) },
        },
        new("surroundings-before-commit", "R1", "Of two articles that come at once neither sees the other.")
        {
            Weather = Overtaken,
            Histories = Flickering,
            Spoil = (s, w) => s with { Index = new EarlyAffectedListings(s.Index, w) },
        },
        new("summary-forgotten", "R1", "Listings above a period do not show it.")
        {
            Spoil = (s, _) => s with { Index = new IncompleteCommits(s.Index, (_, c) => IsSummary(c)) },
        },
        new("put-off-for-ever", "R6", "A page that was to wait a moment is stale for ever.")
        {
            Spoil = (s, w) => s with { PageRefreshes = new DroppedMessages(s.PageRefreshes, _ => w.Current() is { IsRefresh: true }) },
        },
        new("others-not-woken", "R1", "A source that waits for a page is not told that it is free.")
        {
            Weather = Overtaken,
            Histories = Competing,
            Spoil = (s, w) => s with { ContentEvents = new DroppedMessages(s.ContentEvents, _ => w.Current() is { IsPublish: true }) },
        },
        new("rebuild-position-first", "R6", "A slice whose function died after it moved on is never rendered.")
        {
            Weather = Crashing,
            Spoil = (s, w) => s with { Index = new EarlyPosition(s.Index, s.PageRefreshes, w), PageRefreshes = new HeldMessages(s.PageRefreshes, w) },
        },
        new("rebuild-not-started", "R1", "New templates or settings show on no page.")
        {
            Spoil = (s, _) => s with { Index = new IncompleteCommits(s.Index, (all, c) => c.Key == IndexKeys.Rebuild && all.Any(IsSource)) },
        },
        new("live-source", "R3", "A page shows a version that nobody accepted.")
        {
            Weather = Overtaken,
            Histories = Flickering,
            Spoil = (s, w) => s with { Accepted = new LiveContent(s.Accepted, s.Content, w) },
        },
        new("tags-told-once", "R1", "An editor is not told that a file which waited for a page has it now, or that its day has come.")
        {
            Weather = Overtaken,
            Histories = Competing,
            Spoil = (s, w) => s with { Content = new TagsToldOnce(s.Content, w) },
        },
        new("index-row-forgotten", "R1", "A row of one order of articles is not with the others.")
        {
            Spoil = (s, _) => s with { Index = new IncompleteCommits(s.Index, (_, c) => c is RowChange.Delete && c.Key.StartsWith(IndexKeys.Dated, StringComparison.Ordinal)) },
        },
    ];

    /// <summary>
    /// Behind the rule that each of these breaks stands another that heals what comes of it: the stale row's own condition,
    /// the second try that always renders, the look back. Only several accidents at once show them: one of a
    /// thousand histories, or none of a few thousand. They are kept for the command to go on trying.
    /// </summary>
    public static IReadOnlyList<Defect> Backed { get; } =
    [
        new("second-try-as-first", "R2", "What a first try wrote before it died, after somebody faster, stays.")
        {
            Weather = Crashing with { FaultAfter = .05 },
            Attempt = _ => 1,
        },
        new("page-before-stale-row", "R2", "Somebody who was done before the page was marked again writes in between, unseen.")
        {
            Weather = Overtaken,
            Histories = Flickering,
            Spoil = (s, w) => s with { Index = new PagesBeforeIndexRows(s.Index, s, w), Web = new PagesFoundEarly(s.Web, w), Desk = new PagesFoundEarly(s.Desk, w) },
        },
        new("no-look-back", "R1", "A version that came while the one before was published is not seen by anybody.")
        {
            Weather = Overtaken,
            Histories = Flickering,
            Spoil = (s, w) => s with { Content = new BlindLookBack(s.Content, w) },
        },
        new("page-unconditional-write", "R2", "An older rendering is written over a newer one.")
        {
            Weather = Haunted,
            Histories = Flickering,
            Spoil = (s, _) => s with { Web = new UnconditionalChanges(s.Web, writes: true, deletes: false), Desk = new UnconditionalChanges(s.Desk, writes: true, deletes: false) },
        },
        new("page-unconditional-delete", "R2", "A page is deleted that came back meanwhile.")
        {
            Weather = Haunted,
            Histories = Flickering,
            Spoil = (s, _) => s with { Web = new UnconditionalChanges(s.Web, writes: false, deletes: true) },
        },
        new("owed-unconditional", "R1", "Work that another commit left is forgotten.")
        {
            Weather = Haunted,
            Histories = Flickering,
            Spoil = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is not RowChange.Delete && IsPending(c) ? ChangedCommits.Unconditional(c) : c) },
        },
        new("summary-before-stale-row", "R2", "A period's summary is taken for what it was before the page was marked.")
        {
            Weather = Overtaken,
            Histories = Flickering,
            Spoil = (s, w) => s with { Index = new EarlyFinds(s.Index, w, IndexKeys.SummaryOf) },
        },
        new("summary-unconditional", "R2", "An older summary of a period is written over a newer one.")
        {
            Weather = Haunted,
            Histories = Flickering,
            Spoil = (s, _) => s with { Index = new ChangedCommits(s.Index, c => c is not RowChange.Delete && IsSummary(c) ? ChangedCommits.Unconditional(c) : c) },
        },
    ];

    private static bool IsSource(RowChange change) => change.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal);

    private static bool IsPending(RowChange change) => change.Key.StartsWith(IndexKeys.OutboxEntries, StringComparison.Ordinal);

    private static bool IsUrlOwnership(RowChange change) => change.Key.StartsWith("contest:", StringComparison.Ordinal);

    private static bool IsRenameCandidates(RowChange change) => change.Key.StartsWith(IndexKeys.RenameCandidateLists, StringComparison.Ordinal);

    private static bool IsSummary(RowChange change) => change.Key.StartsWith("summary:", StringComparison.Ordinal);
}
