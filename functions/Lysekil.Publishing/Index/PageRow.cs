using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>The columns of a page's row: that it is stale, or that it has drifted.</summary>
internal static class PageRow
{
    public static readonly RowCodec<(PageKey Page, string? Sweep)> Codec = new(Read);

    public static readonly Column<PageKey> Page = Codec.Add("page", ColumnFormat.Page, r => r.Page);

    /// <summary>
    /// The sweep that asks or asked only whether the page is in step; <c>null</c> where a change made the page stale.
    /// </summary>
    public static readonly Column<string?> Sweep = Codec.Add("sweep", ColumnFormat.OptionalText, r => r.Sweep);

    private static (PageKey Page, string? Sweep) Read(RowReader row) => (Page.Of(row), Sweep.Of(row));
}

/// <summary>The column of a reference to a file or of a link to a page: the text that uses it.</summary>
internal static class ReferenceRow
{
    public static readonly RowCodec<SourcePath> Codec = new(Read);

    private static readonly Column<SourcePath> Text = Codec.Add("path", ColumnFormat.Path, t => t);

    private static SourcePath Read(RowReader row) => Text.Of(row);
}
