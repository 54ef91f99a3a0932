using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Lysekil.Functions.Tests.Bindings;
using Lysekil.Functions.Tests.Host;
using Lysekil.Functions.Tests.Host.Rpc;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging;

namespace Lysekil.Functions.Tests;

/// <summary>The published app in the real worker, on Azurite.</summary>
[Collection(nameof(HostedSite))]
public sealed class PublishedAppTests(HostedSite site)
{
    [Fact]
    public void Every_function_is_published_and_loaded()
    {
        Assert.Equal(AppFunctions.All.Keys.Order(), PublishedApp.Functions.Order());
        Assert.Equal(AppFunctions.All.Keys.Order(), site.Worker.Functions.Keys.Order());
    }

    [Fact]
    public async Task An_uploaded_article_is_live_is_updated_and_disappears_with_its_file()
    {
        await PublishAsync("artiklar/2019-10-05-brygga.md", "# Brygga\n\nEn brygga till.\n");
        Assert.Contains("En brygga till.", await site.ReadAsync("$web/2019/10/brygga/index.html"), StringComparison.Ordinal);
        Assert.Contains("/2019/10/brygga/", await site.ReadAsync("$web/nyhetsarkiv/2019/10/index.html"), StringComparison.Ordinal);

        await PublishAsync("artiklar/2019-10-05-brygga.md", "# Brygga\n\nTvå bryggor till.\n");
        Assert.Contains("Två bryggor till.", await site.ReadAsync("$web/2019/10/brygga/index.html"), StringComparison.Ordinal);

        await site.Blob("content/artiklar/2019-10-05-brygga.md").DeleteAsync();
        await site.SettleAsync();
        Assert.Null(await site.ReadAsync("$web/2019/10/brygga/index.html"));
    }

    [Fact]
    public async Task A_file_that_is_refused_is_on_the_desk_page_and_holds_nothing_up()
    {
        await site.UploadAsync("content/artiklar/trasig.md", "---\ntitle: Trasig\ndate: någon gång\n---\n\nText.\n");
        await PublishAsync("artiklar/2018-01-02-hel.md", "# Hel\n\nText.\n");

        Assert.NotNull(await site.ReadAsync("$web/2018/01/hel/index.html"));
        Assert.Contains("artiklar/trasig.md", await site.ReadAsync("desk/index.html"), StringComparison.Ordinal);

        await site.Blob("content/artiklar/trasig.md").DeleteAsync();
        await site.SettleAsync();
        Assert.DoesNotContain("artiklar/trasig.md", await site.ReadAsync("desk/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_not_JSON_is_dropped_with_a_log_line_that_names_the_invocation()
    {
        var dropped = await site.Worker.InvokeAsync("PublishContent", queue => queue.Message("inget event", 1, TimeProvider.System.GetUtcNow()));

        Assert.Equal(StatusResult.Types.Status.Success, dropped.Result.Status);
        var log = Assert.Single(site.Worker.Logs, log => log.InvocationId == dropped.InvocationId && log.Level == (int)LogLevel.Error);
        Assert.Equal("Dropped a message of 11 characters that is no event", log.Message);
    }

    [Fact]
    public async Task A_file_that_no_event_tells_of_is_found_by_a_timer()
    {
        await site.UploadAsync("content/artiklar/2017-03-04-tyst.md", "# Tyst\n\nText.\n");

        await site.TickAsync("ReconcileSources");

        Assert.NotNull(await site.ReadAsync("$web/2017/03/tyst/index.html"));
    }

    [Fact]
    public async Task An_article_whose_alarm_is_lost_goes_live_by_a_timer_when_its_date_has_come()
    {
        var date = TimeProvider.System.GetUtcNow().AddSeconds(3);
        var written = date.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        await site.UploadAsync("content/artiklar/snart.md", $"---\ndate: {written}\n---\n# Snart\n\nText.\n");
        var scheduled = await site.Worker.InvokeAsync(
            "PublishContent", queue => queue.Message(Site.Event("artiklar/snart.md"), 1, TimeProvider.System.GetUtcNow()));
        Assert.Equal(StatusResult.Types.Status.Success, scheduled.Result.Status);
        Assert.DoesNotContain("Snart", await site.ReadAsync("$web/index.html") ?? "", StringComparison.Ordinal);
        await new QueueClient(site.Connection, StorageNames.ContentEvents).ClearMessagesAsync();

        await Task.Delay(date - TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(100));
        await site.TickAsync("PublishScheduled");

        Assert.Contains("Snart", await site.ReadAsync("$web/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_a_fifth_time_is_given_up_and_picked_up_by_a_timer()
    {
        var accepted = new BlobContainerClient(site.Connection, StorageNames.Accepted);
        var poison = new QueueClient(site.Connection, StorageNames.PoisonOf(StorageNames.ContentEvents));
        await accepted.DeleteAsync();

        await PublishAsync("artiklar/2015-07-08-otur.md", "# Otur\n\nText.\n");
        Assert.Null(await site.ReadAsync("$web/2015/07/otur/index.html"));
        Assert.Equal(1, (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.Single(site.Worker.Logs, log => log.Message.StartsWith("Gave up", StringComparison.Ordinal));

        await accepted.CreateAsync();
        await site.TickAsync("ReconcileSources");
        Assert.NotNull(await site.ReadAsync("$web/2015/07/otur/index.html"));
        Assert.Equal(0, (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    private async Task PublishAsync(string source, string text)
    {
        await site.UploadAsync($"content/{source}", text);
        await site.SettleAsync();
    }
}
