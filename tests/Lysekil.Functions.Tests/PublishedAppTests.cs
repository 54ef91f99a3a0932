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
    [PublishedAppFact]
    public void Every_function_is_published_and_loaded()
    {
        Assert.Equal(AppFunctions.All.Keys.Order(), PublishedApp.Publishing.Functions.Order());
        Assert.Equal(AppFunctions.All.Keys.Order(), site.Worker.Functions.Keys.Order());
    }

    [PublishedAppFact]
    public async Task An_uploaded_article_is_live_is_updated_and_disappears_with_its_file()
    {
        await site.UploadAsync("artiklar/2019-10-05-brygga.md", "# Brygga\n\nEn brygga till.\n");
        await site.UntilAsync("$web/2019/10/brygga/index.html", page => Has(page, "En brygga till."));
        await site.UntilAsync("$web/nyhetsarkiv/2019/10/index.html", page => Has(page, "/2019/10/brygga/"));

        await site.UploadAsync("artiklar/2019-10-05-brygga.md", "# Brygga\n\nTvå bryggor till.\n");
        await site.UntilAsync("$web/2019/10/brygga/index.html", page => Has(page, "Två bryggor till."));

        await site.DeleteAsync("artiklar/2019-10-05-brygga.md");
        await site.UntilAsync("$web/2019/10/brygga/index.html", page => page is null);
    }

    [PublishedAppFact]
    public async Task A_file_that_is_refused_says_so_in_its_tags_and_holds_nothing_up()
    {
        await site.UploadAsync("artiklar/trasig.md", "---\ntitle: Trasig\ndate: någon gång\n---\n\nText.\n");
        await site.UploadAsync("artiklar/2018-01-02-hel.md", "# Hel\n\nText.\n");

        await site.UntilAsync("$web/2018/01/hel/index.html", page => page is not null);
        await HostedSite.UntilAsync(async () =>
        {
            var tags = (await site.Blob("content/artiklar/trasig.md").GetTagsAsync()).Value.Tags;
            return tags.Contains(new("state", "refused")) && tags.Contains(new("reason", "value"));
        });
        await site.DeleteAsync("artiklar/trasig.md");
    }

    [PublishedAppFact]
    public async Task A_message_that_is_not_JSON_is_dropped_with_a_log_line_that_names_the_invocation()
    {
        var dropped = await InvokeAsync("PublishContent", "inget event");

        Assert.Equal(StatusResult.Types.Status.Success, dropped.Result.Status);
        var log = Assert.Single(
            site.Worker.Logs, log => log.InvocationId == dropped.InvocationId && log.Level == (int)LogLevel.Error);
        Assert.Equal("Dropped a message of 11 characters that is no event", log.Message);
    }

    [PublishedAppFact]
    public async Task A_timer_finds_a_file_without_an_event()
    {
        await site.Blob("content/artiklar/2017-03-04-tyst.md").UploadAsync(BinaryData.FromString("# Tyst\n\nText.\n"));

        await site.TickAsync("ReconcileSources");

        await site.UntilAsync("$web/2017/03/tyst/index.html", page => page is not null);
    }

    [PublishedAppFact]
    public async Task A_timer_publishes_an_article_whose_alarm_is_lost_when_its_date_has_come()
    {
        var (lead, date, page) = (TimeSpan.FromSeconds(3), default(DateTimeOffset), "");
        // On a slow machine the date has come before the message is cleared: then a longer lead is tried.
        while (date <= TimeProvider.System.GetUtcNow())
        {
            date = TimeProvider.System.GetUtcNow() + lead;
            page = await ScheduleAsync($"snart-{lead.TotalSeconds}", date);
            await new QueueClient(site.Connection, StorageNames.ContentEvents).ClearMessagesAsync();
            lead *= 2;
        }

        Assert.Null(await site.ReadAsync(page));
        await HostedSite.UntilAsync(() => Task.FromResult(date < TimeProvider.System.GetUtcNow()));
        await site.TickAsync("PublishScheduled");

        await site.UntilAsync(page, page => page is not null);
    }

    [PublishedAppFact]
    public async Task A_publish_under_way_when_its_instance_ends_is_finished_and_no_error()
    {
        await site.Blob("content/artiklar/2016-09-10-sist.md").UploadAsync(BinaryData.FromString("# Sist\n\nText.\n"));
        using var ending = new CancellationTokenSource(TimeSpan.FromMilliseconds(10));

        var publish = await InvokeAsync("PublishContent", Site.Event("artiklar/2016-09-10-sist.md"), ending.Token);

        Assert.True(ending.IsCancellationRequested);
        Assert.Equal(StatusResult.Types.Status.Success, publish.Result.Status);
        Assert.NotNull(await site.ReadAsync("$web/2016/09/sist/index.html"));
        Assert.DoesNotContain(
            site.Worker.Logs, log => log.InvocationId == publish.InvocationId && log.Level >= (int)LogLevel.Warning);
    }

    [PublishedAppFact]
    public async Task An_event_that_was_sent_without_base64_is_no_longer_thrown_away_by_a_timer()
    {
        const string Source = "artiklar/2014-05-06-okodad.md";
        var unencoded = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None };
        var poison = new QueueClient(
            site.Connection, StorageNames.PoisonOf(StorageNames.ContentEvents), unencoded);
        await site.Blob($"content/{Source}").UploadAsync(BinaryData.FromString("# Okodad\n\nText.\n"));
        await poison.SendMessageAsync(Site.Event(Source)); // The functions host moves it there as it is.

        await site.TickAsync("ReconcileSources");

        await site.UntilAsync("$web/2014/05/okodad/index.html", page => page is not null);
        Assert.Equal(0, (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        Assert.DoesNotContain(
            site.Worker.Logs, log => log.Message.StartsWith("Threw away", StringComparison.Ordinal));
    }

    [PublishedAppFact]
    public async Task A_publish_that_fails_five_times_is_given_up_and_repeated_by_a_timer()
    {
        var accepted = new BlobContainerClient(site.Connection, StorageNames.Accepted);
        await accepted.DeleteAsync();

        await site.UploadAsync("artiklar/2015-07-08-otur.md", "# Otur\n\nText.\n");
        var poison = new QueueClient(site.Connection, StorageNames.PoisonOf(StorageNames.ContentEvents));
        await HostedSite.UntilAsync(
            async () => (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount == 1);
        Assert.Single(site.Worker.Logs, log => log.Message.StartsWith("Gave up", StringComparison.Ordinal));
        Assert.Null(await site.ReadAsync("$web/2015/07/otur/index.html"));

        await accepted.CreateAsync();
        await site.TickAsync("ReconcileSources");
        await site.UntilAsync("$web/2015/07/otur/index.html", page => page is not null);
        Assert.Equal(0, (await poison.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    /// <summary>Publishes an article with a later date, and returns the page that the article will have.</summary>
    private async Task<string> ScheduleAsync(string name, DateTimeOffset date)
    {
        var source = $"artiklar/{name}.md";
        await site.Blob($"content/{source}").UploadAsync(
            BinaryData.FromString($"---\ndate: {date:O}\n---\n# Snart\n\nText.\n"));
        var scheduled = await InvokeAsync("PublishContent", Site.Event(source));
        Assert.Equal(StatusResult.Types.Status.Success, scheduled.Result.Status);
        var there = TimeZoneInfo.ConvertTime(date, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"));
        return there.ToString($"'$web'/yyyy/MM/'{name}/index.html'", CultureInfo.InvariantCulture);
    }

    private static bool Has(string? page, string text) => page?.Contains(text, StringComparison.Ordinal) is true;

    private Task<InvocationResponse> InvokeAsync(
        string function, string message, CancellationToken cancellation = default) => site.Worker.InvokeAsync(
            function, queue => queue.Message(message, dequeueCount: 1, TimeProvider.System.GetUtcNow()), cancellation);
}
