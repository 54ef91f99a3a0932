using Lysekil.Azure.Setup;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Local.Azurite;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Azure.Tests.Setup;

/// <summary>From settings to a site's storage, on an empty Azurite.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SiteStorageSetupTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Setup_creates_what_is_missing_once()
    {
        await using var empty = await AzuriteProcess.StartAsync(azurite.Installation!, new AzuriteOptions(), Never);
        await using var services = Services(empty.ConnectionString);
        var setup = services.GetRequiredService<SiteStorageSetup>();
        var storage = services.GetRequiredService<SiteStorage>();
        var clients = services.GetRequiredService<SiteStorageClients>();

        await setup.EnsureAsync(Never);
        await UseAsync(storage);
        await setup.EnsureAsync(Never);

        var website = (await clients.SiteBlobs.GetPropertiesAsync(Never)).Value.StaticWebsite;
        Assert.True(website.Enabled);
        Assert.Equal("index.html", website.IndexDocument);
        Assert.Equal("404.html", website.ErrorDocument404Path);
        Assert.NotNull(await storage.Web.FindAsync("index.html", Never));
        Assert.NotNull(await storage.Index.FindAsync("a", Never));
        Assert.Equal(
            ["content-events", "content-events-poison", "page-refreshes", "page-refreshes-poison"],
            await clients.Queues.GetQueuesAsync(cancellationToken: Never).Select(queue => queue.Name).ToListAsync());
        var message = (await clients.Queues.GetQueueClient("content-events").ReceiveMessageAsync()).Value;
        Assert.Equal("höstmöte", message.Body.ToString());
    }

    [Fact]
    public void A_setting_that_is_missing_stops_the_start()
    {
        var trouble = Assert.Throws<InvalidOperationException>(
            () => new ServiceCollection().AddSiteStorage(new ConfigurationBuilder().Build()));

        Assert.Contains("ContentStorage", trouble.Message, StringComparison.Ordinal);
    }

    private static async Task UseAsync(SiteStorage storage)
    {
        foreach (var container in new[] { storage.Content, storage.Accepted, storage.Web, storage.Desk })
        {
            Assert.NotNull(await container.WriteAsync("index.html", Some.Stream(), Some.Headers, null, Never));
        }

        Assert.NotNull(await storage.Index.CommitAsync([new RowChange.Insert("a", Some.Columns())], Never));
        await storage.ContentEvents.SendAsync("höstmöte", TimeSpan.Zero, Never);
        await storage.PageRefreshes.SendAsync("index.html", TimeSpan.Zero, Never);
        Assert.Empty(await storage.PoisonedContentEvents.ReceiveAsync(32, TimeSpan.FromMinutes(1), Never));
        Assert.Empty(await storage.PoisonedPageRefreshes.ReceiveAsync(32, TimeSpan.FromMinutes(1), Never));
    }

    private static ServiceProvider Services(string connectionString) =>
        new ServiceCollection()
            .AddSiteStorage(new ConfigurationBuilder()
                .AddInMemoryCollection([KeyValuePair.Create("ContentStorage", (string?)connectionString)])
                .Build())
            .BuildServiceProvider();
}
