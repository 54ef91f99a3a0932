using System.Globalization;
using System.Text.Json;

namespace Lysekil.Publishing.Index;

/// <summary>Writes and reads the columns of rows: text, each value in one form, nothing where there is no value.</summary>
internal sealed class RowWriter
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Values => _values;

    public RowWriter Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _values[name] = value;
        }

        return this;
    }

    public RowWriter Add(string name, DateTimeOffset? value) => Add(name, value is { } moment ? Text(moment) : null);

    public RowWriter Add(string name, bool value) => Add(name, value ? "true" : null);

    /// <summary>A count; nothing for none.</summary>
    public RowWriter Add(string name, int value) => Add(name, value == 0 ? null : value.ToString(CultureInfo.InvariantCulture));

    public RowWriter Add(string name, IReadOnlyCollection<string> values) =>
        Add(name, values.Count == 0 ? null : JsonSerializer.Serialize(values));

    public static string Text(DateTimeOffset moment) => moment.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}

/// <summary>Reads columns.</summary>
internal static class RowReader
{
    public static string? Find(this IReadOnlyDictionary<string, string> columns, string name) => columns.GetValueOrDefault(name);

    public static string Text(this IReadOnlyDictionary<string, string> columns, string name) => columns.GetValueOrDefault(name) ?? "";

    public static DateTimeOffset? Moment(this IReadOnlyDictionary<string, string> columns, string name) =>
        columns.GetValueOrDefault(name) is { } text ? RowWriter.Moment(text) : null;

    public static int Number(this IReadOnlyDictionary<string, string> columns, string name) =>
        columns.GetValueOrDefault(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    public static bool Flag(this IReadOnlyDictionary<string, string> columns, string name) => columns.ContainsKey(name);

    public static string[] List(this IReadOnlyDictionary<string, string> columns, string name) =>
        columns.GetValueOrDefault(name) is { } json ? JsonSerializer.Deserialize<string[]>(json) ?? [] : [];
}
