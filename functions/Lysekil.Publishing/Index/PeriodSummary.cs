using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// What a listing page tells the listing page above it: a month its year, a year the news archive. So no page reads
/// more than its own period and the summaries one level below.
/// </summary>
public sealed record PeriodSummary
{
    private const int HashDigits = 16;

    /// <summary>The page that the summary is of.</summary>
    public required PageKey Page { get; init; }

    /// <summary>A day's, a month's or a year's number, a topic's slug, or a sitemap's file name.</summary>
    public required string Name { get; init; }

    /// <summary>For people; empty where the name will do.</summary>
    public string Title { get; init; } = "";

    /// <summary>How many articles the page lists; 0 where the page above does not show it.</summary>
    public int Count { get; init; }

    /// <summary>The last change to any page that it lists, for sitemaps.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>
    /// The months of a year that have articles, as <c>10=3</c>: the month and how many; or the names of topics that
    /// share an address, where there are several.
    /// </summary>
    public EquatableList<string> Parts { get; init; } = [];

    /// <summary>The newest articles, newest first.</summary>
    public EquatableList<Headline> Headlines { get; init; } = [];

    /// <summary>
    /// The hash of what lists show of the newest articles; empty where the page above shows none. The page above reads
    /// them itself, and this tells when it has to.
    /// </summary>
    public string Listed { get; init; } = "";

    /// <summary>Whether the page leads to pages of its parts, since one page does not list so many articles.</summary>
    public bool IsDivided { get; init; }

    /// <summary>Summaries with different hashes differ.</summary>
    internal string Hash =>
        ContentHash.OfLines([.. Write().SelectMany(c => new[] { c.Key, c.Value })]).Value[..HashDigits];

    internal IReadOnlyDictionary<string, string> Write() => PeriodSummaryRow.Codec.Write(this);
}

/// <summary>The columns of a summary.</summary>
internal static class PeriodSummaryRow
{
    public static readonly RowCodec<PeriodSummary> Codec = new(Read);

    private static readonly ColumnFormat<EquatableList<Headline>> HeadlinesFormat =
        ColumnFormat.ListOf(h => h.Write(), Headline.Read);

    private static readonly Column<PageKey> Page = Codec.Add("page", ColumnFormat.Page, s => s.Page);
    private static readonly Column<string> Name = Codec.Add("name", ColumnFormat.RequiredText, s => s.Name);
    private static readonly Column<string> Title = Codec.Add("title", ColumnFormat.Text, s => s.Title);
    private static readonly Column<int> Count = Codec.Add("count", ColumnFormat.Number, s => s.Count);
    private static readonly Column<DateTimeOffset?> Changed =
        Codec.Add("changed", ColumnFormat.OptionalMoment, s => s.Changed);
    private static readonly Column<EquatableList<string>> Parts = Codec.Add("parts", ColumnFormat.Texts, s => s.Parts);
    private static readonly Column<EquatableList<Headline>> Headlines =
        Codec.Add("headlines", HeadlinesFormat, s => s.Headlines);
    private static readonly Column<string> Listed = Codec.Add("listed", ColumnFormat.Text, s => s.Listed);

    public static readonly Column<bool> IsDivided = Codec.Add("divided", ColumnFormat.Flag, s => s.IsDivided);

    private static PeriodSummary Read(RowReader row) => new()
    {
        Page = Page.Of(row),
        Name = Name.Of(row),
        Title = Title.Of(row),
        Count = Count.Of(row),
        Changed = Changed.Of(row),
        Parts = Parts.Of(row),
        Headlines = Headlines.Of(row),
        Listed = Listed.Of(row),
        IsDivided = IsDivided.Of(row),
    };
}
