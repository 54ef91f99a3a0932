using Lysekil.Publishing.Engine;
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
    private readonly SimulatedSite _site;
    private readonly CountedTable _table;
    private readonly PublishingEngine _engine;

    public FootprintTests()
    {
        _site = new SimulatedSite(_clock);
        _table = new CountedTable(_site.Storage.Index);
        _engine = new PublishingEngine(
            _site.Storage.Site with { Index = _table },
            _clock,
            NullLoggerFactory.Instance,
            new PublishingOptions { Rest = TimeSpan.Zero });
    }

    /// <summary>
    /// Nine more years add nine rows, which name the years, and as many for each topic, whose page shows the lead that
    /// has changed.
    /// </summary>
    [Theory]
    [InlineData(3, 106)]
    [InlineData(12, 133)]
    public void The_footprint_of_the_newest_article(int years, int rowsRead) =>
        AssertFootprint(years, "artiklar/2026-05-02-kajen.md", rowsRead, rowsWritten: 49, KilobytesOfNewest);

    [Theory]
    [InlineData(3, 187)]
    [InlineData(12, 196)]
    public void The_footprint_of_an_article_among_old_ones(int years, int rowsRead) =>
        AssertFootprint(years, "artiklar/2024-05-15-kajen.md", rowsRead, rowsWritten: 28, KilobytesOfOld);

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
