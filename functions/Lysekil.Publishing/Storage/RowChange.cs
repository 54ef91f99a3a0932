namespace Lysekil.Publishing.Storage;

/// <summary>One change of a commit.</summary>
/// <param name="Key">The row's key.</param>
public abstract record RowChange(string Key)
{
    /// <summary>Whether the change may be made to the row as it was found.</summary>
    /// <param name="found">The row's version; <c>null</c> where there is no row.</param>
    public bool MayBeMadeTo(ETag? found) => this switch
    {
        Insert => found is null,
        Replace replace => found == replace.Expected,
        Delete delete => found is not null && (delete.Expected is null || found == delete.Expected),
        _ => true,
    };

    /// <summary>Inserts a row; there must be none with its key.</summary>
    public sealed record Insert(string Key, IReadOnlyDictionary<string, string> Columns) : RowChange(Key);

    /// <summary>Replaces the columns of a row that must be the expected version.</summary>
    public sealed record Replace(string Key, IReadOnlyDictionary<string, string> Columns, ETag Expected)
        : RowChange(Key);

    /// <summary>Inserts a row or replaces it, whatever its version. Its ETag changes in any case.</summary>
    public sealed record Upsert(string Key, IReadOnlyDictionary<string, string> Columns) : RowChange(Key);

    /// <summary>Deletes a row; there must be one, of the expected version where one is given.</summary>
    public sealed record Delete(string Key, ETag? Expected = null) : RowChange(Key);
}
