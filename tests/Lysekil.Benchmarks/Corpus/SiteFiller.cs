using System.Text;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>Fills a site with articles until all its pages are in step.</summary>
internal static class Filling
{
    /// <param name="engine">Publishes in bulk, and asks for refreshes through <paramref name="pending"/>.</param>
    /// <param name="content">The editors' container, empty.</param>
    /// <param name="pending">The pages to refresh.</param>
    /// <param name="articles">How many.</param>
    /// <param name="atOnce">How much goes on at once: as many as there are cores where storage is in memory, more where it is away.</param>
    public static async Task FillAsync(PublishingEngine engine, IBlobContainer content, PendingPages pending, int articles, int atOnce)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        await Parallel.ForAsync(0, articles, parallel, async (number, cancellation) =>
        {
            await UploadAsync(content, Articles.Path(number), Articles.Text(number));
            await engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(Articles.Path(number))), 1), cancellation);
        });
        await RefreshAllAsync(engine, pending, atOnce);
    }

    /// <summary>Refreshes until nothing waits.</summary>
    public static async Task RefreshAllAsync(PublishingEngine engine, PendingPages pending, int atOnce)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        while (pending.Take() is { Count: > 0 } messages)
        {
            await Parallel.ForEachAsync(
                messages, parallel, async (message, cancellation) => await engine.PageRefreshes.HandleAsync(new(message, 1), cancellation));
        }
    }

    /// <summary>Writes a source whatever stood there.</summary>
    public static async Task UploadAsync(IBlobContainer content, string path, string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var before = await content.FindAsync(path, default);
        _ = await content.WriteAsync(path, bytes, new BlobHeaders("text/markdown"), before?.ETag, default)
            ?? throw new InvalidOperationException($"Somebody else writes {path}.");
    }
}
