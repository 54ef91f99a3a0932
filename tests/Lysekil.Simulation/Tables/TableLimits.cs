using System.Text.RegularExpressions;
using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>What Table Storage refuses: an <see cref="ArgumentException"/>, where the service has a 400.</summary>
internal static partial class TableLimits
{
    private const int MostCharactersOfAKey = 512;
    private const int MostCharactersOfAValue = 32_000;
    private const int MostColumns = 252;
    private const int MostBytesOfARow = 1 << 20;
    private const int MostBytesOfACommit = 4 << 20;

    public static void Check(IReadOnlyList<RowChange> changes)
    {
        Require(changes.Count is > 0 and <= ITable.MostChanges, $"A commit has 1–{ITable.MostChanges} changes.");
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            Require(keys.Add(change.Key), $"The row '{change.Key}' changes twice in one commit.");
            bytes += 2 * change.Key.Length + change switch
            {
                RowChange.Insert insert => CheckColumns(insert.Columns),
                RowChange.Replace replace => CheckColumns(replace.Columns),
                RowChange.Upsert upsert => CheckColumns(upsert.Columns),
                _ => 0,
            };
        }

        Require(bytes <= MostBytesOfACommit, "A commit has at most 4 MiB.");
    }

    public static void CheckKey(string key)
    {
        Require(key.Length <= MostCharactersOfAKey, $"The key '{key}' has over {MostCharactersOfAKey} characters.");
        Require(
            !key.Any(character => character is '/' or '\\' or '#' or '?' || char.IsControl(character)),
            $"The key '{key}' has characters that keys may not have.");
    }

    private static int CheckColumns(IReadOnlyDictionary<string, string> columns)
    {
        Require(columns.Count <= MostColumns, $"A row has at most {MostColumns} columns.");
        var bytes = 0;
        foreach (var (name, value) in columns)
        {
            Require(ColumnName().IsMatch(name), $"A column cannot be called '{name}'.");
            Require(
                value.Length <= MostCharactersOfAValue,
                $"The column '{name}' has over {MostCharactersOfAValue} characters.");
            bytes += 2 * (name.Length + value.Length);
        }

        Require(bytes <= MostBytesOfARow, "A row has at most 1 MiB.");
        return bytes;
    }

    private static void Require(bool kept, string rule)
    {
        if (!kept) { throw new ArgumentException(rule); }
    }

    [GeneratedRegex(@"^(?!(PartitionKey|RowKey|Timestamp)\z)[A-Za-z_][A-Za-z0-9_]{0,254}\z")]
    private static partial Regex ColumnName();
}
