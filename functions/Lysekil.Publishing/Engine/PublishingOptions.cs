using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Engine;

/// <summary>How a <see cref="PublishingEngine"/> works. The defaults are those of every live site.</summary>
public sealed record PublishingOptions
{
    /// <summary>The longest <see cref="Rest"/>.</summary>
    public static readonly TimeSpan MaxRest = TimeSpan.FromMinutes(5);

    /// <summary>The least <see cref="Memory"/>.</summary>
    public const long LeastMemory = 64 << 20;

    /// <summary>The longest of the lists of the newest articles.</summary>
    public const int MaxListLength = 100;

    /// <summary>The most articles on the page of a period: as many rows as one call returns, less one.</summary>
    public const int MaxPageLength = 999;

    /// <summary>
    /// Whether so much is published at once that all pages are refreshed after it. Each page is then rendered fewer
    /// times, and none is live before the end; without it, a publish brings its source's own page live by itself.
    /// Default: <c>false</c>.
    /// </summary>
    public bool IsBulk { get; init; }

    /// <summary>
    /// Whether each picture is tried before it is decoded, and not only on a later attempt at its message: for messages
    /// that end with their process. Default: <c>false</c>.
    /// </summary>
    public bool TriesPictures { get; init; }

    /// <summary>
    /// How long a page of many sources rests after it was written, so that many publishes at once write it a few times.
    /// In bulk no page rests. Default: 2 seconds; from 0 to <see cref="MaxRest"/>.
    /// </summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The time after the start of one reconcile of the sources at which the next is overdue, and the first message
    /// starts it; <c>null</c>: no message does, as in bulk. Default: 15 minutes, which the timer of each ten never lets
    /// pass; from 1 minute to a day.
    /// </summary>
    public TimeSpan? ReconcileOverdueAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// What .NET's heap may have, in bytes: with less, fewer large files and pages are worked on at once. Default: what
    /// the process says, which is <c>DOTNET_GCHeapHardLimit</c>, or most of the memory of the machine; at least 64 MB.
    /// </summary>
    public long Memory { get; init; } = Math.Max(LeastMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>
    /// The lengths of lists, in articles. Default of those of the newest: 20, and 10 for a topic; from 1 to
    /// <see cref="MaxListLength"/>, and a topic's no longer than the site's. Default of pages of periods: 200 for a
    /// month, and 500 for a year of a topic; from 1 to <see cref="MaxPageLength"/>. All engines on one storage have the
    /// same.
    /// </summary>
    public ListLengths ListLengths { get; init; } = new();

    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range, which the message
    /// names.</exception>
    internal PublishingOptions Validated()
    {
        InRange(nameof(Rest), Rest, TimeSpan.Zero, MaxRest);
        if (ReconcileOverdueAfter is { } overdue)
        {
            InRange(nameof(ReconcileOverdueAfter), overdue, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        }

        InRange(nameof(Memory), Memory, LeastMemory, long.MaxValue);
        var (newest, newestOfTopic, month, topicYear) = ListLengths;
        InRange($"{nameof(ListLengths)}.{nameof(ListLengths.Newest)}", newest, 1, MaxListLength);
        InRange($"{nameof(ListLengths)}.{nameof(ListLengths.NewestOfTopic)}", newestOfTopic, 1, newest);
        InRange($"{nameof(ListLengths)}.{nameof(ListLengths.Month)}", month, 1, MaxPageLength);
        InRange($"{nameof(ListLengths)}.{nameof(ListLengths.TopicYear)}", topicYear, 1, MaxPageLength);
        return this;
    }

    private static void InRange<T>(string option, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ArgumentOutOfRangeException(option, value, $"{option} must be from {least} to {most}.");
        }
    }
}
