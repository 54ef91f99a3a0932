namespace Lysekil.Publishing.Index;

/// <summary>A column of one kind of row, by which its value is read.</summary>
internal sealed class Column<TValue>(string name, ColumnFormat<TValue> format)
{
    public string Name => name;

    /// <exception cref="InvalidDataException">The value is required, and the row has no such column.</exception>
    public TValue Of(RowReader row) => row.Find(name) is { } text ? format.Read(text) : format.Absent(name);
}
