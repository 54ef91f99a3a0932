namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Pairs that others replace, between two that stay.</summary>
/// <param name="Old">The first of those that go, from 0.</param>
/// <param name="OldCount">How many go.</param>
/// <param name="New">The first of those that come, from 0.</param>
/// <param name="NewCount">How many come.</param>
internal readonly record struct PairGap(int Old, int OldCount, int New, int NewCount)
{
    /// <summary>The gaps between the most pairs that can stay in their order.</summary>
    public static IEnumerable<PairGap> Between(IReadOnlyList<WrittenPair> old, IReadOnlyList<WrittenPair> wanted)
    {
        var kept = Kept(old, wanted);
        var (from, to, start, newStart) = (0, 0, 0, 0);
        while (from < old.Count || to < wanted.Count)
        {
            if (from < old.Count && to < wanted.Count && old[from] == wanted[to])
            {
                if (from > start || to > newStart)
                {
                    yield return new PairGap(start, from - start, newStart, to - newStart);
                }

                (from, to) = (from + 1, to + 1);
                (start, newStart) = (from, to);
            }
            else if (to == wanted.Count || (from < old.Count && kept[from + 1, to] >= kept[from, to + 1]))
            {
                from++;
            }
            else
            {
                to++;
            }
        }

        if (from > start || to > newStart)
        {
            yield return new PairGap(start, from - start, newStart, to - newStart);
        }
    }

    /// <summary>How many can stay of those from a place on (the longest common subsequence).</summary>
    private static int[,] Kept(IReadOnlyList<WrittenPair> old, IReadOnlyList<WrittenPair> wanted)
    {
        var kept = new int[old.Count + 1, wanted.Count + 1];
        for (var from = old.Count - 1; from >= 0; from--)
        {
            for (var to = wanted.Count - 1; to >= 0; to--)
            {
                kept[from, to] = old[from] == wanted[to]
                    ? kept[from + 1, to + 1] + 1
                    : Math.Max(kept[from + 1, to], kept[from, to + 1]);
            }
        }

        return kept;
    }
}
