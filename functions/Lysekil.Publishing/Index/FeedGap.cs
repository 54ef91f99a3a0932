namespace Lysekil.Publishing.Index;

/// <summary>
/// The places of articles that have left the feeds. An older article does not take such a place, since readers would
/// have it as news: a feed only moves forward.
/// </summary>
public static class FeedGap
{
    /// <summary>The articles of a feed among the newest ones.</summary>
    /// <param name="newest">As many of the newest articles as a feed has at most, newest first.</param>
    /// <param name="gaps">As many dates of articles that have left, newest first.</param>
    /// <param name="most">
    /// The length of a feed. At least half of it is filled in any case: a feed is not to be empty because many articles
    /// were deleted.
    /// </param>
    public static List<PublishedItem> Window(
        IEnumerable<PublishedItem> newest, IReadOnlyCollection<DateTimeOffset> gaps, int most) =>
        [.. newest.Where((a, place) => place < most / 2 || place + gaps.Count(g => g > a.Date) < most)];
}

/// <summary>The column of a place that is kept free.</summary>
internal static class FeedGapRow
{
    public static readonly RowCodec<DateTimeOffset> Codec = new(Read);

    private static readonly Column<DateTimeOffset> Date = Codec.Add("date", ColumnFormat.Moment, d => d);

    private static DateTimeOffset Read(RowReader row) => Date.Of(row);
}
