namespace Lysekil.Publishing.Index;

/// <summary>
/// Writes one kind of row to its columns and reads it from them. Each column is named once, where it is added; deployed
/// sites hold the rows, so a name or a format that is in use stays.
/// </summary>
/// <param name="read">Makes the value, each of whose parts is read through its column.</param>
internal sealed class RowCodec<TRow>(Func<RowReader, TRow> read)
{
    private readonly List<(string Name, Func<TRow, string?> Write)> _columns = [];

    /// <summary>Adds a column. Columns are written in the order in which they are added.</summary>
    public Column<TValue> Add<TValue>(string name, ColumnFormat<TValue> format, Func<TRow, TValue> get)
    {
        _columns.Add((name, row => format.Write(get(row))));
        return new Column<TValue>(name, format);
    }

    /// <summary>
    /// Adds all columns of another kind of row behind a prefix; a row without such a value has none of them.
    /// </summary>
    /// <param name="prefix">May be empty.</param>
    /// <param name="inner">The other kind of row.</param>
    /// <param name="marker">A column that the other kind always has, and this one does not have itself.</param>
    /// <param name="get">The value that the other kind of row is written from; <c>null</c> where there is none.</param>
    public EmbeddedRow<TInner> Embed<TInner>(
        string prefix, RowCodec<TInner> inner, string marker, Func<TRow, TInner?> get)
        where TInner : class
    {
        foreach (var (name, write) in inner._columns)
        {
            _columns.Add((prefix + name, row => get(row) is { } value ? write(value) : null));
        }

        return new EmbeddedRow<TInner>(prefix, inner, marker);
    }

    public IReadOnlyDictionary<string, string> Write(TRow row)
    {
        var columns = new Dictionary<string, string>(_columns.Count, StringComparer.Ordinal);
        foreach (var (name, write) in _columns)
        {
            if (write(row) is { Length: > 0 } text)
            {
                columns[name] = text;
            }
        }

        return columns;
    }

    public TRow Read(IReadOnlyDictionary<string, string> columns) => Read(new RowReader(columns));

    /// <summary>Reads a row that may be embedded in another.</summary>
    public TRow Read(RowReader row) => read(row);
}

/// <summary>The columns of another kind of row within a row.</summary>
internal sealed class EmbeddedRow<TInner>(string prefix, RowCodec<TInner> inner, string marker)
    where TInner : class
{
    /// <summary>The value; <c>null</c> where the row has no such columns.</summary>
    public TInner? Of(RowReader row) =>
        row.Behind(prefix) is var part && part.Find(marker) is not null ? inner.Read(part) : null;
}

/// <summary>The columns of a row, whose names may stand behind a prefix.</summary>
internal readonly struct RowReader(IReadOnlyDictionary<string, string> columns, string prefix = "")
{
    public string? Find(string name) => columns.GetValueOrDefault(prefix.Length == 0 ? name : prefix + name);

    public RowReader Behind(string embedded) => new(columns, prefix + embedded);
}
