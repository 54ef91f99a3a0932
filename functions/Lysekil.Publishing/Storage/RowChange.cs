namespace Lysekil.Publishing.Storage;

/// <summary>One change of a commit.</summary>
/// <param name="Key">The row.</param>
public abstract record RowChange(string Key)
{
    /// <summary>Whether it may be made to a row of this version; <c>null</c>: to none.</summary>
    public bool MayBeMadeTo(ETag? found) => this switch
    {
        Insert => found is null,
        Replace replace => found == replace.Expected,
        Delete delete => found is not null && (delete.Expected is null || found == delete.Expected),
        _ => true,
    };

    /// <summary>A new row; there must be none with its key.</summary>
    public sealed record Insert(string Key, IReadOnlyDictionary<string, string> Columns) : RowChange(Key);

    /// <summary>Other columns for a row that must be that version.</summary>
    public sealed record Replace(string Key, IReadOnlyDictionary<string, string> Columns, ETag Expected) : RowChange(Key);

    /// <summary>A row, new or replaced, whatever stood there. Its ETag changes in any case.</summary>
    public sealed record Upsert(string Key, IReadOnlyDictionary<string, string> Columns) : RowChange(Key);

    /// <summary>No row any more; there must be one, of that version where one is named.</summary>
    public sealed record Delete(string Key, ETag? Expected = null) : RowChange(Key);
}
