using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rebuilding;

/// <summary>One slice of a rebuild.</summary>
/// <param name="Pages">The pages to render again; no more than one commit has changes.</param>
/// <param name="Next">The position after it; <c>null</c> for the last slice.</param>
internal sealed record RebuildSlice(IReadOnlyList<PageKey> Pages, RebuildPosition? Next)
{
    /// <summary>Rows to commit before the pages are marked stale.</summary>
    public IReadOnlyList<RowChange> NewRows { get; init; } = [];

    /// <summary>Rows to delete once the pages are marked stale and their messages are sent.</summary>
    public IReadOnlyList<RowChange> FormerRows { get; init; } = [];
}
