using System.Text;
using System.Text.Json;
using Lysekil.Convergence.Running;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Judging;

/// <summary>Holds what a rough run left against what it should have left.</summary>
public static class Comparison
{
    /// <param name="rough">What the rough run left.</param>
    /// <param name="smooth">What it should have left.</param>
    /// <param name="isSwept">
    /// Whether pages were reconciled at last. Before, style sheets of earlier themes may stand; all else must be as it should
    /// be without it, or the sweep would hide what went wrong.
    /// </param>
    /// <exception cref="DivergenceException">They differ; the message says where.</exception>
    public static void Check(SimulatedStorage rough, SimulatedStorage smooth, bool isSwept)
    {
        CheckSources(rough);
        CheckNothingIsPending(rough);
        CheckNothingIsPoisoned(rough);
        CheckUrlOwnerships(rough);
        CheckRows(rough.Index.Rows.Where(IsShown), smooth.Index.Rows.Where(IsShown));
        CheckBlobs("$web", rough.Web, smooth.Web, name => isSwept || !IsStyleSheet(name) || IsInUse(name, smooth));
        CheckBlobs("desk", rough.Desk, smooth.Desk, _ => true);
        CheckTags(rough, smooth);
        if (smooth.Accepted.Blobs.Keys.FirstOrDefault(n => rough.Accepted.Find(n) is null) is { } missing)
        {
            throw new DivergenceException($"accepted content {missing} is missing");
        }
    }

    /// <summary>
    /// Whether a replayed commit left the row that the rough run's left, but for the files that a text uses: it commits with
    /// them as it saw them, and looks at them again afterwards.
    /// </summary>
    public static void Expect(SourceCommit commit, SimulatedStorage smooth)
    {
        var key = IndexKeys.Source(new SourcePath(commit.Path));
        var row = smooth.Index.FindAsync(key, default).GetAwaiter().GetResult();
        if (!RowColumns.AreSame(WithoutFiles(row), WithoutFiles(commit.Row)))
        {
            throw new DivergenceException($"the commit of {commit.Path} at {commit.At:HH:mm:ss.fff} left\n{Text(commit.Row)}\nand should have left\n{Text(row)}");
        }
    }

    private static Dictionary<string, string>? WithoutFiles(Row? row) => row?.Columns
        .Where(c => c.Key != "live_assets" && !(c.Key == "remarks" && c.Value.Contains("missing-file", StringComparison.Ordinal)))
        .ToDictionary(StringComparer.Ordinal);

    private static void CheckSources(SimulatedStorage rough)
    {
        var blobs = rough.Content.Blobs;
        var rows = rough.Index.Rows.Where(r => r.Key.StartsWith(IndexKeys.Sources, StringComparison.Ordinal)).ToList();
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

    private static void CheckNothingIsPoisoned(SimulatedStorage rough)
    {
        if (rough.ContentEvents.Poison.Concat(rough.PageRefreshes.Poison).FirstOrDefault() is { } message)
        {
            throw new DivergenceException($"{message} is still in a poison queue");
        }
    }

    /// <exception cref="DivergenceException">A stale page, a source with work left, a rebuild or a sweep is there.</exception>
    public static void CheckNothingIsPending(SimulatedStorage rough)
    {
        if (rough.Index.Rows.FirstOrDefault(r => r.Key.StartsWith("stale:", StringComparison.Ordinal) || r.Key is IndexKeys.Rebuild or IndexKeys.Sweep) is { } outbox)
        {
            throw new DivergenceException($"{outbox.Key} is still owed");
        }
    }

    /// <exception cref="DivergenceException">An article's alarm did not go off, or nobody set it.</exception>
    public static void CheckNothingIsOverdue(IReadOnlyList<string> overdue)
    {
        if (overdue is [var key, ..])
        {
            throw new DivergenceException($"{key} is still scheduled, and no alarm was lost");
        }
    }

    /// <summary>At a page that articles want stands the one with the smallest path, and nobody else.</summary>
    private static void CheckUrlOwnerships(SimulatedStorage rough)
    {
        foreach (var ownership in rough.Index.Rows.Where(r => r.Key.StartsWith(IndexKeys.UrlOwnerships, StringComparison.Ordinal)))
        {
            var (live, waiting) = (Paths(ownership, "live"), Paths(ownership, "waiting"));
            if (live is not [var owner] || waiting.Any(w => string.CompareOrdinal(w, owner) < 0))
            {
                throw new DivergenceException($"{ownership.Key} is live for {string.Join(", ", live)}; there wait {string.Join(", ", waiting)}");
            }
        }
    }

    private static string[] Paths(Row row, string column) =>
        row.Columns.TryGetValue(column, out var json) ? JsonSerializer.Deserialize<string[]>(json)! : [];

    /// <summary>
    /// Not what reconciles note for themselves: when they ran and how much they found to repair is what rough runs differ in.
    /// No page shows it.
    /// </summary>
    private static bool IsShown(Row row) => !row.Key.StartsWith(IndexKeys.Reconciles, StringComparison.Ordinal);

    private static void CheckRows(IEnumerable<Row> rough, IEnumerable<Row> smooth)
    {
        var (left, should) = (rough.ToDictionary(r => r.Key), smooth.ToDictionary(r => r.Key));
        foreach (var key in left.Keys.Union(should.Keys).Order(StringComparer.Ordinal))
        {
            var (one, other) = (left.GetValueOrDefault(key), should.GetValueOrDefault(key));
            if (!RowColumns.AreSame(one?.Columns, other?.Columns))
            {
                throw new DivergenceException($"row {key} is\n{Text(one)}\nand should be\n{Text(other)}");
            }
        }
    }

    private static void CheckBlobs(string container, SimulatedBlobContainer rough, SimulatedBlobContainer smooth, Func<string, bool> counts)
    {
        var (left, should) = (rough.Blobs, smooth.Blobs);
        foreach (var name in left.Keys.Union(should.Keys).Where(counts).Order(StringComparer.Ordinal))
        {
            var (one, other) = (left.GetValueOrDefault(name), should.GetValueOrDefault(name));
            if (one is null || other is null || Served(one) != Served(other) || !one.Content.Span.SequenceEqual(other.Content.Span))
            {
                throw new DivergenceException($"{container}/{name} is\n{Shown(one)}\nand should be\n{Shown(other)}");
            }
        }
    }

    /// <summary>Without the summary's hash, which helps refreshes alone, and may be there or not.</summary>
    private static BlobHeaders Served(SimulatedBlob blob) => blob.Properties.Headers with { Summary = null };

    private static bool IsStyleSheet(string name) => PageRoute.Of(PageKey.Parse(name)!) is PageRoute.StyleSheet;

    /// <summary>Every page links the style sheet of its theme; this one is always there.</summary>
    private static bool IsInUse(string styleSheet, SimulatedStorage storage) =>
        storage.Web.Find(PageKey.NotFound.BlobName)!.Text.Contains(styleSheet, StringComparison.Ordinal);

    private static string Shown(SimulatedBlob? blob) => blob is null ? "(not there)" : $"{blob.Properties.Headers}\n{blob.Text}";

    private static void CheckTags(SimulatedStorage rough, SimulatedStorage smooth)
    {
        var should = smooth.Content.Blobs;
        foreach (var (name, blob) in rough.Content.Blobs)
        {
            var (one, other) = (Tags(blob), Tags(should[name]));
            if (one != other)
            {
                throw new DivergenceException($"{name} is tagged {one} and should be tagged {other}");
            }
        }
    }

    private static string Tags(SimulatedBlob blob) => string.Join(", ", blob.Tags.OrderBy(t => t.Key).Select(t => $"{t.Key}={t.Value}"));

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
