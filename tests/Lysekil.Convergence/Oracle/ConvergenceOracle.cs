using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Oracle;

/// <summary>Compares the storage after a run with faults with that after the reference run.</summary>
public static class ConvergenceOracle
{
    /// <summary>The codes of diagnostics about the files that a text uses, and the pages to which it links.</summary>
    private static readonly string[] OfTargets = ["missing-file", "missing-page", "scheduled-page", "anchor"];

    /// <param name="actual">The storage after the run with faults.</param>
    /// <param name="expected">The storage after the reference run.</param>
    /// <param name="isSwept">
    /// True if pages were reconciled at the end. Before that, style sheets of earlier themes may remain; everything
    /// else is compared before as well, since the reconcile would repair differences.
    /// </param>
    /// <exception cref="DivergenceException">They differ; the message tells where.</exception>
    public static void Check(SimulatedStorage actual, SimulatedStorage expected, bool isSwept)
    {
        CheckSources(actual);
        CheckNothingIsPending(actual);
        CheckNothingIsPoisoned(actual);
        CheckUrlOwnerships(actual);
        new LinkCheck(actual.Index).Check();
        CheckRows(actual.Index.Rows.Where(IsShown), expected.Index.Rows.Where(IsShown));
        CheckBlobs("$web", actual.Web, expected.Web, name => isSwept || !IsStyleSheet(name) || IsInUse(name, expected));
        CheckTags(actual, expected);
        if (expected.Accepted.Blobs.Keys.FirstOrDefault(n => actual.Accepted.Find(n) is null) is { } missing)
        {
            throw new DivergenceException($"accepted content {missing} is missing");
        }
    }

    /// <summary>
    /// Requires that a replayed commit left the same row as the original. The files that a text uses and the pages to
    /// which it links are not compared: a commit takes them as the publisher read them, and a later commit updates
    /// them.
    /// </summary>
    public static void Expect(SourceCommit commit, SimulatedStorage expected)
    {
        var key = IndexKeys.Source(new SourcePath(commit.Path));
        var row = expected.Index.FindAsync(key, default).GetAwaiter().GetResult();
        if (!RowColumns.AreSame(WithoutTargets(row), WithoutTargets(commit.Row)))
        {
            throw new DivergenceException(
                $"the commit of {commit.Path} at {commit.At:HH:mm:ss.fff} left\n{Text(commit.Row)}\n"
                + $"and should have left\n{Text(row)}");
        }
    }

    private static Dictionary<string, string>? WithoutTargets(Row? row) => row?.Columns
        .Where(c => c.Key is not ("live_assets" or "links"))
        .Select(c => KeyValuePair.Create(c.Key, c.Key == "remarks" ? WithoutTargets(c.Value) : c.Value))
        .Where(c => c.Value.Length > 0)
        .ToDictionary(StringComparer.Ordinal);

    private static string WithoutTargets(string remarks) => string.Concat(
        JsonNode.Parse(remarks)!.AsArray().Select(d => d!.ToJsonString())
            .Where(d => !OfTargets.Any(code => d.Contains($"\"Code\":\"{code}\"", StringComparison.Ordinal))));

    private static void CheckSources(SimulatedStorage actual)
    {
        var blobs = actual.Content.Blobs;
        var rows = actual.Index.Rows.Where(r => r.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal)).ToList();
        foreach (var row in rows)
        {
            var seen = row.Columns.GetValueOrDefault("seen");
            var there = blobs.GetValueOrDefault(row.Columns["path"])?.Properties.ETag.Value;
            if (seen != there)
            {
                throw new DivergenceException($"{row.Columns["path"]} was last seen as {seen} and is {there}");
            }
        }

        var paths = rows.Select(r => r.Columns["path"]).ToHashSet();
        if (blobs.Keys.FirstOrDefault(b => !paths.Contains(b)) is { } unseen)
        {
            throw new DivergenceException($"{unseen} was never seen");
        }
    }

    private static void CheckNothingIsPoisoned(SimulatedStorage actual)
    {
        if (actual.ContentEvents.Poison.Concat(actual.PageRefreshes.Poison).FirstOrDefault() is { } message)
        {
            throw new DivergenceException($"{message} is still in a poison queue");
        }
    }

    /// <exception cref="DivergenceException">A stale row, an outbox entry, a rebuild or a sweep is left.</exception>
    public static void CheckNothingIsPending(SimulatedStorage actual)
    {
        if (actual.Index.Rows.FirstOrDefault(
            r => r.Key.StartsWith("stale:", StringComparison.Ordinal)
            || r.Key is IndexKeys.Rebuild or IndexKeys.Sweep) is { } outbox)
        {
            throw new DivergenceException($"{outbox.Key} is still pending");
        }
    }

    /// <exception cref="DivergenceException">The alarm of an article did not publish it, or was never sent.</exception>
    public static void CheckNothingIsOverdue(IReadOnlyList<string> overdue)
    {
        if (overdue is [var key, ..])
        {
            throw new DivergenceException($"{key} is still scheduled, and no alarm was lost");
        }
    }

    /// <summary>Requires that of all articles that claim a URL only the one with the smallest path is live.</summary>
    private static void CheckUrlOwnerships(SimulatedStorage actual)
    {
        foreach (var ownership in actual.Index.Rows.Where(
            r => r.Key.StartsWith(IndexKeys.UrlOwnerships, StringComparison.Ordinal)))
        {
            var (live, waiting) = (Paths(ownership, "live"), Paths(ownership, "waiting"));
            if (live.Length + waiting.Length == 0
                && (ownership.Columns.ContainsKey("linking") || ownership.Columns.ContainsKey("scheduled")))
            {
                continue; // No source claims the page yet.
            }

            if (live is not [var owner] || waiting.Any(w => string.CompareOrdinal(w, owner) < 0))
            {
                throw new DivergenceException(
                    $"{ownership.Key} is live for {string.Join(", ", live)}; there wait {string.Join(", ", waiting)}");
            }
        }
    }

    private static string[] Paths(Row row, string column) =>
        row.Columns.TryGetValue(column, out var json) ? JsonSerializer.Deserialize<string[]>(json)! : [];

    /// <summary>
    /// False for the records of reconciles: runs differ in when they reconcile and in what they repair, and no page
    /// shows it.
    /// </summary>
    /// <summary>Not what a run remembers of states that the other may have skipped.</summary>
    private static bool IsShown(Row row) =>
        row.Key != IndexKeys.Divided && !row.Key.StartsWith(IndexKeys.Reconciles, StringComparison.Ordinal);

    private static void CheckRows(IEnumerable<Row> actual, IEnumerable<Row> expected)
    {
        var (left, should) = (actual.ToDictionary(r => r.Key), expected.ToDictionary(r => r.Key));
        foreach (var key in left.Keys.Union(should.Keys).Order(StringComparer.Ordinal))
        {
            var (one, other) = (left.GetValueOrDefault(key), should.GetValueOrDefault(key));
            if (!RowColumns.AreSame(one?.Columns, other?.Columns))
            {
                throw new DivergenceException($"row {key} is\n{Text(one)}\nand should be\n{Text(other)}");
            }
        }
    }

    private static void CheckBlobs(
        string container, SimulatedBlobContainer actual, SimulatedBlobContainer expected, Func<string, bool> counts)
    {
        var (left, should) = (actual.Blobs, expected.Blobs);
        foreach (var name in left.Keys.Union(should.Keys).Where(counts).Order(StringComparer.Ordinal))
        {
            var (one, other) = (left.GetValueOrDefault(name), should.GetValueOrDefault(name));
            if (one is null || other is null || Served(one) != Served(other)
                || !one.Content.Span.SequenceEqual(other.Content.Span))
            {
                throw new DivergenceException($"{container}/{name} is\n{Shown(one)}\nand should be\n{Shown(other)}");
            }
        }
    }

    /// <summary>
    /// The headers without the hash of the summary, which only saves a refresh a write and may be missing.
    /// </summary>
    private static BlobHeaders Served(SimulatedBlob blob) => blob.Properties.Headers with { Summary = null };

    private static bool IsStyleSheet(string name) => PageRoute.Of(PageKey.Parse(name)!) is PageRoute.StyleSheet;

    /// <summary>
    /// True if the theme uses a style sheet, which every page links, and so the 404 page, which always exists.
    /// </summary>
    private static bool IsInUse(string styleSheet, SimulatedStorage storage) =>
        storage.Web.Find(PageKey.NotFound.Value)!.Text.Contains(styleSheet, StringComparison.Ordinal);

    private static string Shown(SimulatedBlob? blob) =>
        blob is null ? "(not there)" : $"{blob.Properties.Headers}\n{blob.Text}";

    private static void CheckTags(SimulatedStorage actual, SimulatedStorage expected)
    {
        var should = expected.Content.Blobs;
        foreach (var (name, blob) in actual.Content.Blobs)
        {
            var (one, other) = (Tags(blob), Tags(should[name]));
            if (one != other)
            {
                throw new DivergenceException($"{name} is tagged {one} and should be tagged {other}");
            }
        }
    }

    private static string Tags(SimulatedBlob blob) =>
        string.Join(", ", blob.Tags.OrderBy(t => t.Key).Select(t => $"{t.Key}={t.Value}"));

    private static string Text(Row? row)
    {
        if (row is null)
        {
            return "  (not there)";
        }

        var text = new StringBuilder();
        foreach (var (name, value) in row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            text.Append("  ").Append(name).Append(" = ").Append(value).Append('\n');
        }

        return text.ToString();
    }
}
