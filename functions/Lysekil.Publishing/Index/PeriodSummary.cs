using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// What a listing says of itself to the listing above it: a month to its year, a year to the archive. So no page reads
/// more than its own period and the summaries one level below.
/// </summary>
public sealed record PeriodSummary
{
    private const int HashDigits = 16;

    /// <summary>Whose summary it is.</summary>
    public required PageKey Page { get; init; }

    /// <summary>What the summary is of: a month's or a year's number, a topic's slug, a sitemap's file name.</summary>
    public required string Name { get; init; }

    /// <summary>For people; empty where the name will do.</summary>
    public string Title { get; init; } = "";

    /// <summary>How many articles; 0 where the listing above does not tell.</summary>
    public int Count { get; init; }

    /// <summary>The last change to any page in it, for sitemaps.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>The months of a year that have articles, as <c>10=3</c>: the month and how many.</summary>
    public EquatableList<string> Parts { get; init; } = [];

    /// <summary>The newest articles, newest first.</summary>
    public EquatableList<Headline> Headlines { get; init; } = [];

    /// <summary>Two with different hashes differ.</summary>
    internal string Hash => ContentHash.OfLines([.. Write().SelectMany(c => new[] { c.Key, c.Value })]).Value[..HashDigits];

    internal IReadOnlyDictionary<string, string> Write() => new RowWriter()
        .Add("page", Page.Value)
        .Add("name", Name)
        .Add("title", Title)
        .Add("count", Count)
        .Add("changed", Changed)
        .Add("parts", Parts)
        .Add("headlines", [.. Headlines.Select(h => h.Write())])
        .Values;

    internal static PeriodSummary Read(IReadOnlyDictionary<string, string> columns) => new()
    {
        Page = PublishedItemRow.Page(columns["page"]),
        Name = columns["name"],
        Title = columns.Text("title"),
        Count = columns.Number("count"),
        Changed = columns.Moment("changed"),
        Parts = [.. columns.List("parts")],
        Headlines = [.. columns.List("headlines").Select(Headline.Read)],
    };
}
