using System.Text;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>However many messages a process handles at once, it reads one large file at a time.</summary>
public class LargeFileTests
{
    private const int Files = 6;
    private const long Memory = 160 << 20;

    private static readonly LargeWork Large = new(Memory);

    private static readonly byte[] Picture = SamplePicture.Noise(900, 700, SKEncodedImageFormat.Png);

    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task Large_pictures_are_read_and_copied_one_at_a_time() =>
        Assert.Equal(1, await MostAtOnceAsync(Large.MostOfFile, number => ($"bilder/{number}.png", Picture)));

    [Fact]
    public async Task Large_documents_are_read_and_copied_one_at_a_time() =>
        Assert.Equal(1, await MostAtOnceAsync(Large.MostOfFile, number => (
            $"bilder/{number}.pdf", [.. "%PDF-1.7\n"u8, .. new byte[2_000_000 + number]])));

    [Fact]
    public async Task Long_texts_are_read_one_at_a_time() =>
        Assert.Equal(1, await MostAtOnceAsync(Large.MostOfText, number => (
            $"artiklar/2025-05-0{number + 1}-lang-{number}.md",
            Encoding.UTF8.GetBytes(Some.Article("Lång", Lines(number, 4_000))))));

    [Fact]
    public async Task Others_are_read_at_once() =>
        Assert.NotEqual(1, await MostAtOnceAsync(0, number => (
            $"artiklar/2025-05-0{number + 1}-kort-{number}.md", Encoding.UTF8.GetBytes(Some.Article("Kort")))));

    private static string Lines(int number, int count) =>
        string.Join("\n\n", Enumerable.Range(0, count).Select(n => $"Stycke {n} av text {number}, som är lång."));

    /// <summary>
    /// Publishes files at once, and counts how many with more than some bytes were being read at the same time.
    /// </summary>
    private async Task<int> MostAtOnceAsync(long bytes, Func<int, (string Path, byte[] Content)> file)
    {
        var open = new OpenReadings(bytes);
        var storage = _site.Storage.Site;
        storage = storage with
        {
            Content = new SlowContainer(storage.Content, open),
            // The texts of a feed are read at once, when it is the turn of its pass.
            Accepted = bytes == Large.MostOfText ? storage.Accepted : new SlowContainer(storage.Accepted, open),
        };
        var engine = new PublishingEngine(
            storage,
            Some.Clock(),
            NullLoggerFactory.Instance,
            new PublishingOptions { Rest = TimeSpan.Zero, Memory = Memory });
        var files = Enumerable.Range(0, Files).Select(file).ToList();
        files.ForEach(f => _site.Storage.Content.Put(f.Path, f.Content));

        await Task.WhenAll(files.Select(f => engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new SourcePath(f.Path)), 1), default)));

        Assert.Equal(Files, _site.Storage.Content.Blobs.Values.Count(b => b.Tags["state"] == "published"));
        return open.Most;
    }
}
