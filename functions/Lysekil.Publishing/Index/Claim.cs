using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>A source's claim on a page.</summary>
/// <param name="Page">The page that is claimed.</param>
/// <param name="Path">The source that claims it.</param>
/// <param name="Kind">What the source has of the page.</param>
/// <param name="Live">What is live of the source; <c>null</c> where it waits.</param>
public sealed record Claim(PageKey Page, SourcePath Path, ClaimKind Kind, PublishedItem? Live);

public enum ClaimKind
{
    /// <summary>The source is live at the page.</summary>
    Live,

    /// <summary>The source would be live at the page if no source with a smaller path were.</summary>
    Waiting,

    /// <summary>
    /// The source was live at the page once, or its settings name the address: the page redirects to the source's page.
    /// </summary>
    Redirect,
}

/// <summary>The columns of a claim, those of its published item among them.</summary>
internal static class ClaimRow
{
    public static readonly RowCodec<Claim> Codec = new(Read);

    /// <summary>A published item has the same column with the same value.</summary>
    private static readonly Column<SourcePath> Path = Codec.Add("path", ColumnFormat.Path, c => c.Path);
    private static readonly EmbeddedRow<PublishedItem> Live =
        Codec.Embed("", PublishedItemRow.Codec, PublishedItemRow.Page.Name, c => c.Live);
    private static readonly Column<ClaimKind> Kind = Codec.Add("claim", ColumnFormat.NameOf<ClaimKind>(), c => c.Kind);
    private static readonly Column<PageKey> Page = Codec.Add("at", ColumnFormat.Page, c => c.Page);

    private static Claim Read(RowReader row) => new(Page.Of(row), Path.Of(row), Kind.Of(row), Live.Of(row));
}
