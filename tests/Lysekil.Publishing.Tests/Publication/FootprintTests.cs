using System.Diagnostics.CodeAnalysis;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// The rows that a publish and its refreshes read and write, and the memory that they allocate, so that neither grows
/// unseen. A change of a number here needs a reason.
/// </summary>
public class FootprintTests
{
    private const int KilobytesOfNewest = 1_220;
    private const int KilobytesOfOld = 1_150;

    private readonly FakeTimeProvider _clock = Some.Clock();
    private SimulatedSite _site;
    private CountedTable _table;
    private PublishingEngine _engine;

    public FootprintTests() => Begin(new ListLengths());

    /// <summary>
    /// Nine more years add nine rows, which name the years, and as many for each topic, whose page shows the lead that
    /// has changed.
    /// </summary>
    [Theory]
    [InlineData(3, 109)]
    [InlineData(12, 136)]
    public void The_footprint_of_the_newest_article(int years, int rowsRead) =>
        AssertFootprint(years, "artiklar/2026-05-02-kajen.md", rowsRead, rowsWritten: 52, KilobytesOfNewest);

    [Theory]
    [InlineData(3, 188)]
    [InlineData(12, 197)]
    public void The_footprint_of_an_article_among_old_ones(int years, int rowsRead) =>
        AssertFootprint(years, "artiklar/2024-05-15-kajen.md", rowsRead, rowsWritten: 29, KilobytesOfOld);

    /// <summary>
    /// Each month has thirty articles, is divided into days, and is a part of a divided year of both topics. Nine more
    /// months add a row each for both topics' years and for the sitemaps; 270 more articles add none.
    /// </summary>
    [Theory]
    [InlineData(3, 240)]
    [InlineData(12, 267)]
    public async Task The_footprint_of_an_article_in_divided_listings(int months, int rowsRead)
    {
        Begin(new ListLengths(Month: 20, TopicYear: 40));
        await FillMonthsAsync(months);
        await PublishAsync("artiklar/2024-01-15-kajen.md", "Ett.");
        var read = _table.RowsRead;

        await PublishAsync("artiklar/2024-01-15-kajen.md", "Två.");

        Assert.Equal(rowsRead, _table.RowsRead - read);
        Assert.Contains("nyhetsarkiv/2024/01/15/index.html", _site.Pages.Keys);
        Assert.Contains("amnen/skola/2024/01/index.html", _site.Pages.Keys);
    }

    [MemberNotNull(nameof(_site), nameof(_table), nameof(_engine))]
    private void Begin(ListLengths lengths)
    {
        _site = new SimulatedSite(_clock, lengths: lengths);
        _table = new CountedTable(_site.Storage.Index);
        _engine = new PublishingEngine(
            _site.Storage.Site with { Index = _table },
            _clock,
            NullLoggerFactory.Instance,
            new PublishingOptions { Rest = TimeSpan.Zero, ListLengths = lengths });
    }

    private void AssertFootprint(int years, string path, int rowsRead, int rowsWritten, int kilobytes)
    {
        // All work stays on this thread, whose allocations are counted.
        SynchronizationContext.SetSynchronizationContext(null);
        FillAsync(years).GetAwaiter().GetResult();
        Publish(path, "Ett.");
        var (read, written) = (_table.RowsRead, _table.RowsWritten);
        Publish(path, "Två.");
        Assert.Equal((rowsRead, rowsWritten), (_table.RowsRead - read, _table.RowsWritten - written));

        // The least of five, since the others may hold what a process creates once.
        var allocated = Enumerable.Range(0, 5).Min(i => Publish(path, $"Text {i}.")) / 1_000;
        Assert.True(
            Math.Abs(allocated - kilobytes) <= kilobytes / 10,
            $"{allocated} KB were allocated, and {kilobytes} are known of.");
    }

    /// <returns>The bytes that the publish has allocated.</returns>
    private long Publish(string path, string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        PublishAsync(path, text).GetAwaiter().GetResult();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Thirty articles in May of each year, with two topics each.</summary>
    private async Task FillAsync(int years)
    {
        for (var i = 0; i < 30 * years; i++)
        {
            _site.Upload(
                $"artiklar/{2025 - (i / 30)}-05-{1 + (i % 30):00}-nr-{i}.md",
                Some.ArticleWith("tags: [hamn, skola]", $"Nummer {i}"));
        }

        await _site.SettleAsync();
    }

    /// <summary>Thirty articles in each of the first months of a year, with two topics each.</summary>
    private async Task FillMonthsAsync(int months)
    {
        for (var i = 0; i < 30 * months; i++)
        {
            _site.Upload(
                $"artiklar/2024-{1 + (i / 30):00}-{1 + (i % 28):00}-nr-{i}.md",
                Some.ArticleWith("tags: [hamn, skola]", $"Nummer {i}"));
        }

        await _site.SettleAsync();
    }

    /// <summary>Publishes a new article the first time, and then a change of its text.</summary>
    private async Task PublishAsync(string path, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Storage.Content.Put(path, Some.ArticleWith("tags: [hamn, skola]", text: text));
        await _engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default);
        while (_site.Storage.PageRefreshes.TryReceive(TimeSpan.FromMinutes(1)) is { } message)
        {
            await _engine.PageRefreshes.HandleAsync(new(message.Text, 1), default);
            _site.Storage.PageRefreshes.Delete(message);
        }
    }
}
