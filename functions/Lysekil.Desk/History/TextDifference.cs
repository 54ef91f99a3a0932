using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Lysekil.Desk.History;

/// <summary>The difference between two texts, line by line, and word by word in lines that changed.</summary>
internal static class TextDifference
{
    /// <summary>Unchanged lines that are shown before and after a change.</summary>
    private const int Context = 2;

    // Comparing takes time in proportion to the length times the difference: these keep it below a second.
    private const int MostLines = 3_000;
    private const int MostCharacters = 200_000;
    private const int MostCharactersOfLine = 4_000;

    /// <returns>The lines to show; <c>null</c> if the texts are too long to be compared. Empty if they are equal.</returns>
    public static IReadOnlyList<DifferenceLine>? Of(string before, string after)
    {
        if (IsTooLong(before) || IsTooLong(after))
        {
            return null;
        }

        var compared = Differ.Instance.CreateDiffs(before, after, false, false, LineChunker.Instance);
        IReadOnlyList<string> old = compared.PiecesOld;
        IReadOnlyList<string> now = compared.PiecesNew;
        var lines = new List<DifferenceLine>();
        var next = 0; // The first new line that is not yet gone through.
        foreach (var block in compared.DiffBlocks)
        {
            AddUnchanged(lines, now, next, block.InsertStartB);
            AddChanged(lines, old, now, block);
            next = block.InsertStartB + block.InsertCountB;
        }

        if (lines.Count > 0)
        {
            AddUnchanged(lines, now, next, now.Count);
        }

        return lines;
    }

    private static bool IsTooLong(string text) => text.Length > MostCharacters || text.AsSpan().Count('\n') > MostLines;

    /// <summary>Adds the lines from one change to the next; of many, the first and the last.</summary>
    private static void AddUnchanged(List<DifferenceLine> lines, IReadOnlyList<string> now, int from, int to)
    {
        var isFirst = lines.Count == 0;
        var isLast = to == now.Count;
        var head = isFirst ? from : Math.Min(to, from + Context);
        var tail = isLast ? to : Math.Max(head, to - Context);
        for (var i = from; i < head; i++)
        {
            lines.Add(DifferenceLine.Whole(DifferenceKind.Same, now[i]));
        }

        if (tail > head)
        {
            lines.Add(DifferenceLine.Whole(DifferenceKind.Gap, ""));
        }

        for (var i = tail; i < to; i++)
        {
            lines.Add(DifferenceLine.Whole(DifferenceKind.Same, now[i]));
        }
    }

    /// <summary>Adds removed and added lines, each removed one before the one that took its place.</summary>
    private static void AddChanged(
        List<DifferenceLine> lines, IReadOnlyList<string> old, IReadOnlyList<string> now, DiffBlock block)
    {
        for (var i = 0; i < Math.Max(block.DeleteCountA, block.InsertCountB); i++)
        {
            var removed = i < block.DeleteCountA ? old[block.DeleteStartA + i] : null;
            var added = i < block.InsertCountB ? now[block.InsertStartB + i] : null;
            var pair = removed is not null && added is not null
                && Math.Max(removed.Length, added.Length) <= MostCharactersOfLine
                    ? Words(removed, added)
                    : (Removed: Plain(removed), Added: Plain(added));
            if (removed is not null)
            {
                lines.Add(new DifferenceLine(DifferenceKind.Removed, pair.Removed));
            }

            if (added is not null)
            {
                lines.Add(new DifferenceLine(DifferenceKind.Added, pair.Added));
            }
        }
    }

    private static IReadOnlyList<DifferencePart> Plain(string? line) => [new DifferencePart(line ?? "", false)];

    private static (IReadOnlyList<DifferencePart> Removed, IReadOnlyList<DifferencePart> Added) Words(
        string removed, string added)
    {
        var words = Differ.Instance.CreateDiffs(removed, added, false, false, WordChunker.Instance);
        return (
            Parts(words.PiecesOld, words.DiffBlocks.Select(b => (b.DeleteStartA, b.DeleteCountA))),
            Parts(words.PiecesNew, words.DiffBlocks.Select(b => (b.InsertStartB, b.InsertCountB))));
    }

    private static List<DifferencePart> Parts(IReadOnlyList<string> words, IEnumerable<(int Start, int Count)> changes)
    {
        var parts = new List<DifferencePart>();
        var next = 0;
        foreach (var (start, count) in changes.Append((words.Count, 0)))
        {
            Add(next, start, false);
            Add(start, start + count, true);
            next = start + count;
        }

        return parts;

        void Add(int from, int to, bool isChanged)
        {
            if (to > from)
            {
                parts.Add(new DifferencePart(string.Concat(words.Skip(from).Take(to - from)), isChanged));
            }
        }
    }
}

public enum DifferenceKind
{
    Same,
    Removed,
    Added,

    /// <summary>Unchanged lines that are left out.</summary>
    Gap,
}

/// <summary>A line of a difference.</summary>
public sealed record DifferenceLine(DifferenceKind Kind, IReadOnlyList<DifferencePart> Parts)
{
    public static DifferenceLine Whole(DifferenceKind kind, string text) => new(kind, [new DifferencePart(text, false)]);
}

/// <summary>A part of a line, and whether it is what changed.</summary>
public sealed record DifferencePart(string Text, bool IsChanged);
