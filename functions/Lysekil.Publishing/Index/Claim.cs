using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>A source's wish to stand at a page.</summary>
/// <param name="Page">Where.</param>
/// <param name="Path">Whose.</param>
/// <param name="Kind">How far it got.</param>
/// <param name="Live">What is live of the source; <c>null</c> where it waits.</param>
public sealed record Claim(PageKey Page, SourcePath Path, ClaimKind Kind, PublishedItem? Live)
{
    internal static IReadOnlyDictionary<string, string> Write(ClaimKind kind, PageKey page, SourcePath path, PublishedItem? item) =>
        (item is null ? new RowWriter().Add("path", path.Value) : PublishedItemRow.Write(item))
        .Add("claim", kind.ToString()).Add("at", page.Value).Values;

    internal static Claim Read(IReadOnlyDictionary<string, string> columns) => new(
        PublishedItemRow.Page(columns["at"]),
        new SourcePath(columns["path"]),
        Enum.Parse<ClaimKind>(columns["claim"]),
        columns.ContainsKey("page") ? PublishedItemRow.Read(columns) : null);
}
