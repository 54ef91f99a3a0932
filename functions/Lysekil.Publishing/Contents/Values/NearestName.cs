namespace Lysekil.Publishing.Contents.Values;

/// <summary>Finds the name that was likely meant by one that is misspelt.</summary>
public static class NearestName
{
    private const int Longest = 40;

    /// <summary>
    /// The first of the names that differ the least, by letters that are wrong, missing or too many; <c>null</c> if
    /// half of the letters or more would differ.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> names)
    {
        if (written.Length > Longest)
        {
            return null;
        }

        var nearest = names.Where(n => n.Length <= Longest)
            .Select(n => (Name: n, Distance: Distance(written, n)))
            .MinBy(n => n.Distance);
        return nearest.Name is not null && nearest.Distance * 2 < written.Length ? nearest.Name : null;
    }

    /// <summary>The Levenshtein distance; capital letters do not count.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = before
                    + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                before = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
