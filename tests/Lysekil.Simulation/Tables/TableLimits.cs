using System.Buffers;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// The limits of Table Storage. Beyond them is an <see cref="ArgumentException"/>, for the status 400.
/// </summary>
internal static class TableLimits
{
    private const int MostCharactersOfAKey = 512;
    private const int MostCharactersOfAValue = 32_000;
    private const int MostCharactersOfAName = 255;
    private const int MostColumns = 252;
    private const int MostBytesOfARow = 1 << 20;
    private const int MostBytesOfACommit = 4 << 20;

    private static readonly SearchValues<char> NeverInKeys = SearchValues.Create(
        [.. @"/\#?", .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    private static readonly SearchValues<char> NameLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    public static void Check(IReadOnlyList<RowChange> changes)
    {
        if (changes.Count is 0 or > ITable.MostChanges)
        {
            throw new ArgumentException($"A commit has 1–{ITable.MostChanges} changes.");
        }

        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        var bytes = 0;
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            if (!keys.Add(change.Key))
            {
                throw new ArgumentException($"The row '{change.Key}' changes twice in one commit.");
            }

            bytes += 2 * change.Key.Length + change switch
            {
                RowChange.Insert insert => CheckColumns(insert.Columns),
                RowChange.Replace replace => CheckColumns(replace.Columns),
                RowChange.Upsert upsert => CheckColumns(upsert.Columns),
                _ => 0,
            };
        }

        if (bytes > MostBytesOfACommit) { throw new ArgumentException("A commit has at most 4 MiB."); }
    }

    public static void CheckKey(string key)
    {
        if (key.Length > MostCharactersOfAKey)
        {
            throw new ArgumentException($"The key '{key}' has over {MostCharactersOfAKey} characters.");
        }

        if (key.AsSpan().ContainsAny(NeverInKeys))
        {
            throw new ArgumentException($"The key '{key}' has characters that keys may not have.");
        }
    }

    private static int CheckColumns(IReadOnlyDictionary<string, string> columns)
    {
        if (columns.Count > MostColumns) { throw new ArgumentException($"A row has at most {MostColumns} columns."); }

        var bytes = 0;
        foreach (var (name, value) in columns)
        {
            if (!IsColumnName(name)) { throw new ArgumentException($"A column cannot be called '{name}'."); }
            if (value.Length > MostCharactersOfAValue)
            {
                throw new ArgumentException($"The column '{name}' has over {MostCharactersOfAValue} characters.");
            }

            bytes += 2 * (name.Length + value.Length);
        }

        if (bytes > MostBytesOfARow) { throw new ArgumentException("A row has at most 1 MiB."); }

        return bytes;
    }

    private static bool IsColumnName(string name) =>
        name.Length is > 0 and <= MostCharactersOfAName
        && !char.IsAsciiDigit(name[0])
        && !name.AsSpan().ContainsAnyExcept(NameLetters)
        && name is not ("PartitionKey" or "RowKey" or "Timestamp");
}
