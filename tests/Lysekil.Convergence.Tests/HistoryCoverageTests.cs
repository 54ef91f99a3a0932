using System.Collections.Concurrent;
using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Convergence.Tests;

/// <summary>The steps, faults and states that histories are meant to contain do occur.</summary>
public sealed class HistoryCoverageTests(HistoryCoverage coverage) : IClassFixture<HistoryCoverage>
{
    [Theory]
    [InlineData("editor: upload artiklar/")]
    [InlineData("editor: upload bilder/")]
    [InlineData("editor: upload sidor/")]
    [InlineData("editor: upload site.yaml")]
    [InlineData("editor: upload tema/")]
    [InlineData("editor: delete")]
    [InlineData("editor: wait")]
    public void Editors_take_each_kind_of_step(string what) =>
        Assert.True(coverage.Sees(what), $"{what} is not seen in {HistoryCoverage.MostHistories} histories.");

    [Theory]
    [InlineData("lost: event")]
    [InlineData("lost: {\"pages\"")]
    [InlineData("lost: {\"rebuild\"")]
    [InlineData("lost: {\"publish\"")]
    [InlineData("FAILS")]
    [InlineData("no answer to: Commit")]
    [InlineData("no answer to: Write")]
    [InlineData("made twice: Commit")]
    [InlineData("made twice: Write")]
    [InlineData("made twice: Delete")]
    [InlineData("made twice: Send")]
    [InlineData("made twice: Tag")]
    [InlineData(" dies")]
    [InlineData("a process dies")]
    [InlineData("ten minutes pass")]
    [InlineData(", try 2")]
    [InlineData("given up")]
    [InlineData("drained")]
    [InlineData("a reconcile dies")]
    [InlineData("a clock that is behind")]
    [InlineData("a clock that is ahead")]
    public void Each_kind_of_fault_occurs(string how) =>
        Assert.True(coverage.Sees(how), $"{how} is not seen in {HistoryCoverage.MostHistories} histories.");

    [Theory]
    [InlineData("waits for a page")]
    [InlineData("has the page that it waited for")]
    [InlineData("yields its page")]
    [InlineData("redirects")]
    [InlineData("has a link that leads nowhere")]
    [InlineData("has a link that leads somewhere again")]
    [InlineData("has a link to a part that is not there")]
    [InlineData("is a translation of a text that names it")]
    [InlineData("Draft to Published")]
    [InlineData("Published to Draft")]
    [InlineData("Scheduled to Published")]
    [InlineData("Published to Refused")]
    [InlineData("Published to Deleted")]
    [InlineData("Deleted to Published")]
    [InlineData("theme changed during a rebuild")]
    [InlineData("is renamed, and comes as the old one is gone")]
    [InlineData("is renamed, and is there before the old one goes")]
    [InlineData("another article comes where a renamed one was")]
    [InlineData("a moment at which nothing is in flight")]
    [InlineData("a page that waits a moment")]
    [InlineData("a listing that is divided")]
    [InlineData("a listing that is no longer divided")]
    [InlineData("an alarm that publishes")]
    [InlineData("an alarm that is set again")]
    [InlineData("Scheduled to Scheduled")]
    [InlineData("Scheduled to Draft")]
    public void Each_kind_of_state_is_reached(string what) =>
        Assert.True(coverage.Sees(what), $"{what} is not seen in {HistoryCoverage.MostHistories} histories.");
}

/// <summary>Runs histories, no more of them than it takes, and notes what occurs in them.</summary>
public sealed class HistoryCoverage
{
    public const int MostHistories = 400;

    private const int Batch = 20;

    private static readonly string[] Marks =
    [
        "editor: upload artiklar/", "editor: upload bilder/", "editor: upload sidor/", "editor: upload site.yaml",
        "editor: upload tema/", "editor: delete", "editor: wait", "lost: event", "lost: {\"pages\"",
        "lost: {\"rebuild\"", "lost: {\"publish\"", "FAILS",
        "no answer to: Commit", "no answer to: Write", "made twice: Commit", "made twice: Write", "made twice: Delete",
        "made twice: Send", "made twice: Tag", " dies", "a process dies", "ten minutes pass", ", try 2",
    ];

    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private int _histories;

    /// <summary>Whether something is seen in one history at least.</summary>
    public bool Sees(string what)
    {
        while (!_seen.ContainsKey(what) && _histories < MostHistories)
        {
            Parallel.For(_histories, _histories + Batch, Note);
            _histories += Batch;
        }

        return _seen.ContainsKey(what);
    }

    private void Note(int seed)
    {
        var history = HistoryGenerator.Create(seed);
        var isRebuilding = false;
        var run = new FaultInjectionRun(history, trace: line =>
        {
            foreach (var mark in Marks.Where(m => line.Contains(m, StringComparison.Ordinal)))
            {
                See(mark);
            }

            See("given up", line.Contains(": Commit archive failed:", StringComparison.Ordinal));
            See(
                "drained",
                line.Contains(": Delete ", StringComparison.Ordinal)
                && line.Contains("-poison", StringComparison.Ordinal));
            See("a listing that is divided", IsOfPart(line, ": Write $web "));
            See("a listing that is no longer divided", IsOfPart(line, ": Delete $web "));
            See("a reconcile dies", line.EndsWith(":reconcile dies", StringComparison.Ordinal));
            See(
                "a page that waits a moment",
                line.Contains(":{\"pages\":", StringComparison.Ordinal)
                && line.Contains("}: Send page-refreshes", StringComparison.Ordinal));
            NoteAlarm(line);
            if (line.Contains(": Commit", StringComparison.Ordinal)
                && line.Contains("site:rebuild", StringComparison.Ordinal))
            {
                See(
                    "theme changed during a rebuild",
                    isRebuilding && line.Contains(" source:tema", StringComparison.Ordinal));
                isRebuilding = !line.Contains("site:built", StringComparison.Ordinal);
            }
        })
        {
            AtFirstQuiescence = _ => See("a moment at which nothing is in flight"),
        };
        run.Run();
        var clock = seed % 2 == 0 ? "a clock that is ahead" : "a clock that is behind";
        See(clock, history.FaultProfile.ClockSkew > TimeSpan.Zero);
        foreach (var commits in run.Commits.GroupBy(c => c.Path))
        {
            NoteSource([.. commits]);
        }

        NoteRenames(run.Commits);
        NoteTranslations(run.Commits);
    }

    /// <summary>Whether a line tells of a call for the page of a day, or of a topic's month.</summary>
    private static bool IsOfPart(string line, string call) =>
        line.IndexOf(call, StringComparison.Ordinal) is >= 0 and var at
        && PageKey.Parse(line[(at + call.Length)..].Split(' ')[0]) is { } page
        && PageRoute.Of(page) is PageRoute.DayOfMonth or PageRoute.TopicMonth;

    /// <summary>Notes whether two texts that are live at once name each other.</summary>
    private void NoteTranslations(IReadOnlyList<SourceCommit> commits)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var commit in commits)
        {
            named[commit.Path] = Column(commit, "live_translationOf") ?? "";
            See(
                "is a translation of a text that names it",
                named.Any(other => other.Value.Contains(commit.Path, StringComparison.Ordinal)
                    && named[commit.Path].Contains(other.Key, StringComparison.Ordinal)));
        }
    }

    /// <summary>Notes what an invocation does that an alarm started. The message is part of its name.</summary>
    private void NoteAlarm(string line)
    {
        if (line.Split("}: ") is [var name, var call] && name.Contains("\"at\":", StringComparison.Ordinal))
        {
            See("an alarm that publishes", call.StartsWith("Send page-refreshes", StringComparison.Ordinal));
            See("an alarm that is set again", call.StartsWith("Send content-events", StringComparison.Ordinal));
        }
    }

    private void NoteSource(SourceCommit[] commits)
    {
        foreach (var (before, after) in commits.Zip(commits.Skip(1)))
        {
            See($"{Column(before, "state")} to {Column(after, "state")}");
            See(
                "has the page that it waited for",
                Column(before, "waitsFor") is { } page && Column(after, "live_page") == page);
            See(
                "has a link that leads somewhere again",
                Column(before, "seen") == Column(after, "seen")
                && HasLink(before, "NoPage")
                && Column(after, "links") is not null
                && !HasLink(after, "NoPage"));
            See("yields its page", Column(after, "waitsFor") is { } lost && Column(before, "live_page") == lost);
        }

        See("waits for a page", commits.Any(c => Column(c, "waitsFor") is not null));
        See("has a link that leads nowhere", commits.Any(c => HasLink(c, "NoPage")));
        See("has a link to a part that is not there", commits.Any(c => HasLink(c, "NoAnchor")));
        See("redirects", commits.Any(c => Column(c, "formerPages") is not null && Column(c, "live_page") is not null));
    }

    /// <summary>
    /// A commit that transfers an identity changes the rows of two sources: first that of the new path, then that of
    /// the old one.
    /// </summary>
    private void NoteRenames(IReadOnlyList<SourceCommit> commits)
    {
        foreach (var (renamedTo, left) in commits.Zip(commits.Skip(1))
            .Where(c => LostIdentity(c.Second) && Column(c.First, "lastPage") is not null))
        {
            var wasThere = commits.TakeWhile(c => c != renamedTo)
                .Any(c => c.Path == renamedTo.Path && Column(c, "seen") == Column(renamedTo, "seen"));
            See("is renamed, and is there before the old one goes", wasThere);
            See("is renamed, and comes as the old one is gone", !wasThere);
            See(
                "another article comes where a renamed one was",
                commits.SkipWhile(c => c != left)
                    .Any(c => c.Path == left.Path && Column(c, "live_page") is not null));
        }

        static bool LostIdentity(SourceCommit commit) => Column(commit, "state") == "Deleted"
            && Column(commit, "lastPage") is null && Column(commit, "idsGiven") is not null;
    }

    private static bool HasLink(SourceCommit commit, string state) =>
        Column(commit, "links")?.Contains(state, StringComparison.Ordinal) == true;

    private static string? Column(SourceCommit commit, string name) => commit.Row?.Columns.GetValueOrDefault(name);

    private void See(string what, bool isSeen = true)
    {
        if (isSeen)
        {
            _seen[what] = true;
        }
    }
}
