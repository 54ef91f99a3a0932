using Lysekil.Functions.Tests.Host;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Functions.Tests;

/// <summary>
/// The platform starts an instance for each function that has a message. From an idle app, a publish needs one: the
/// function of the queue <c>content-events</c>.
/// </summary>
[Collection(nameof(HostedSite))]
public sealed class OneStartTests(HostedSite site)
{
    private static readonly string[] Shared =
        ["index.html", "nyhetsarkiv/2013/01/index.html", "nyhetsarkiv/2013/index.html", "rss.xml", "feed.json"];

    [PublishedAppFact]
    public async Task One_publish_starts_one_function_until_every_page_shows_the_article()
    {
        await IdleAsync("artiklar/2013-01-02-forst.md");

        await site.UploadAsync("artiklar/2013-01-03-ensam.md", "# Ensam i januari\n\nText.\n");

        await site.UntilAsync("$web/2013/01/ensam/index.html", page => page is not null);
        await Task.WhenAll(Shared.Select(name => site.UntilAsync(
            $"$web/{name}", page => page?.Contains("/2013/01/ensam/", StringComparison.Ordinal) is true)));
        await site.SettleAsync();
        Assert.Equal(("PublishContent", StorageNames.ContentEvents), Assert.Single(site.Invoked));
    }

    /// <summary>The picture comes last, while the pages that the article has changed rest.</summary>
    [PublishedAppFact]
    public async Task An_article_and_then_its_picture_start_no_other_function()
    {
        await IdleAsync("artiklar/2013-01-04-andra.md");

        await site.UploadAsync("artiklar/2013-01-05-bild.md", "# Bild\n\n![Kajen](/bilder/ny.png)\n");
        await site.Blob("content/bilder/ny.png").UploadAsync(BinaryData.FromBytes(SamplePicture.Png(30, 20)));
        await site.AnnounceAsync();

        await site.UntilAsync("$web/bilder/ny.png", page => page is not null);
        await site.SettleAsync();
        Assert.Equal(("PublishContent", StorageNames.ContentEvents), Assert.Single(site.Invoked.Distinct()));
        Assert.True((await new PublishingEngine(
            site.Storage, TimeProvider.System, NullLoggerFactory.Instance)
            .Status.ReadAsync(default)).IsSettled);
    }

    /// <summary>A built site at which nothing is to be done, and no page rests.</summary>
    private async Task IdleAsync(string source)
    {
        await site.UploadAsync(source, "# En text i januari\n\nText.\n");
        await HostedSite.UntilAsync(async () => (await site.ReadAsync("$web/robots.txt")) is not null);
        await site.SettleAsync();
        await Task.Delay(new PublishingOptions().Rest + TimeSpan.FromSeconds(1));
        site.Invoked.Clear();
    }
}
