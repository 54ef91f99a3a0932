using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Publishing.Tests.Messaging;

public class ContentEventTests
{
    private const string Subject = "/blobServices/default/containers/content/blobs/";

    [Theory]
    [InlineData("Microsoft.Storage.BlobCreated", "PutBlob")]
    [InlineData("Microsoft.Storage.BlobCreated", "PutBlockList")]
    [InlineData("Microsoft.Storage.BlobCreated", "CopyBlob")]
    [InlineData("Microsoft.Storage.BlobCreated", "FlushWithClose")]
    [InlineData("Microsoft.Storage.BlobCreated", "SftpCommit")]
    [InlineData("Microsoft.Storage.BlobDeleted", "DeleteBlob")]
    [InlineData("Microsoft.Storage.BlobDeleted", "DeleteFile")]
    [InlineData("Microsoft.Storage.BlobDeleted", "SftpRemove")]
    public void Both_schemas_name_the_source(string type, string api)
    {
        const string Name = "artiklar/2026/Åsas höst.md";

        Assert.Equal([Name], Read(EventGrid(type, Subject + Name, api)));
        Assert.Equal([Name], Read(CloudEvent(type, Subject + Name, api)));
        Assert.Equal([Name], Read($"[{EventGrid(type, Subject + Name, api)}]"));
    }

    [Fact]
    public void An_array_names_each_source_once()
    {
        var created = EventGrid("Microsoft.Storage.BlobCreated", Subject + "a.md");
        var deleted = CloudEvent("Microsoft.Storage.BlobDeleted", Subject + "b.md");

        Assert.Equal(["a.md", "b.md"], Read($"[{created},{deleted},{created}]"));
    }

    [Fact]
    public void A_rename_names_both_sources() => Assert.Equal(
        ["artiklar/ny.md", "artiklar/g å.md"],
        Read($$"""
            {"eventType":"Microsoft.Storage.BlobRenamed","subject":"{{Subject}}artiklar/ny.md",
            "data":{"api":"RenameFile",
            "sourceUrl":"https://konto.dfs.core.windows.net/content/artiklar/g%20%C3%A5.md",
            "destinationUrl":"https://konto.dfs.core.windows.net/content/artiklar/ny.md"} }
            """));

    [Theory]
    [InlineData("Microsoft.Storage.BlobCreated", Subject + "x.md", "CreateFile")]
    [InlineData("Microsoft.Storage.BlobCreated", "/blobServices/default/containers/$web/blobs/x.md", "PutBlob")]
    [InlineData("Microsoft.Storage.BlobCreated", "/blobServices/default/containers/content2/blobs/x.md", "PutBlob")]
    [InlineData("Microsoft.Storage.BlobCreated", Subject, "PutBlob")]
    [InlineData("Microsoft.Storage.BlobTierChanged", Subject + "x.md", "SetBlobTier")]
    [InlineData("Microsoft.EventGrid.SubscriptionValidationEvent", "", "x")]
    public void An_event_of_another_kind_or_place_names_no_source(string type, string subject, string api)
    {
        Assert.Empty(Read(EventGrid(type, subject, api))!);
        Assert.Empty(Read(CloudEvent(type, subject, api))!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"x\"")]
    [InlineData("[1]")]
    [InlineData("[[]]")]
    [InlineData("{\"publish\":\"\"}")]
    [InlineData("{\"publish\":1}")]
    [InlineData("{\"publish\":\"\\ud800\"}")]
    [InlineData("{\"eventType\":1,\"subject\":2}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobCreated\"}")]
    [InlineData("{\"eventType\":\"Microsoft.Storage.BlobCreated\",\"subject\":{}}")]
    public void A_message_that_is_no_event_is_read_as_null(string message) => Assert.Null(ContentEvent.Read(message));

    [Theory]
    [InlineData("Microsoft.Storage.BlobCreated", "7")]
    [InlineData("Microsoft.Storage.BlobRenamed", "{\"sourceUrl\":7}")]
    [InlineData("Microsoft.Storage.BlobRenamed", "{\"sourceUrl\":\"x\"}")]
    public void Data_of_another_shape_does_not_hide_the_source(string type, string data) => Assert.Equal(
        ["x.md"], Read($$"""{"eventType":"{{type}}","subject":"{{Subject}}x.md","data":{{data}}}"""));

    [Fact]
    public void A_request_to_publish_is_read_as_it_was_written() =>
        Assert.Equal(
            [new PublishRequest(new("artiklar/å \"x\".md"), null)],
            ContentEvent.Read(ContentEvent.Publish(new("artiklar/å \"x\".md"))));

    [Fact]
    public void An_alarm_is_read_with_its_date()
    {
        var date = new DateTimeOffset(2026, 5, 5, 18, 30, 0, TimeSpan.FromHours(2));

        Assert.Equal(
            [new PublishRequest(new("artiklar/a.md"), date)],
            ContentEvent.Read(ContentEvent.Publish(new("artiklar/a.md"), date)));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"i morgon\"")]
    [InlineData("\"99999-01-01T00:00:00.0000000+00:00\"")]
    public void An_alarm_without_a_valid_date_is_an_ordinary_request(string at) => Assert.Equal(
        [new PublishRequest(new("artiklar/a.md"), null)],
        ContentEvent.Read($$"""{"publish":"artiklar/a.md","at":{{at}}}"""));

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"page\":1}")]
    [InlineData("{\"page\":\"../x\"}")]
    [InlineData("{\"page\":\"\\ud800\"}")]
    [InlineData("{\"rebuild\":false}")]
    public void A_message_that_is_no_request_for_a_page_is_read_as_null(string message) =>
        Assert.Null(PageRefreshMessage.Read(message));

    [Fact]
    public void A_request_to_refresh_is_read_as_it_was_written()
    {
        Assert.Equal(PageKey.Rss, PageRefreshMessage.Read(new PageRefreshMessage(PageKey.Rss).Write())!.Pages.Single());
        Assert.Equal(PageRefreshMessage.Rebuild, PageRefreshMessage.Read(PageRefreshMessage.Rebuild.Write()));
    }

    private static IEnumerable<string>? Read(string message) => ContentEvent.Read(message)?.Select(c => c.Path.Value);

    private static string EventGrid(string type, string subject, string api = "PutBlob") =>
        $$"""
        {"topic":"/x","subject":"{{subject}}","eventType":"{{type}}","id":"1","data":{"api":"{{api}}","url":"x"},
        "dataVersion":"","metadataVersion":"1"}
        """;

    private static string CloudEvent(string type, string subject, string api = "PutBlob") =>
        $$"""
        {"specversion":"1.0","source":"/x","subject":"{{subject}}","type":"{{type}}","id":"1",
        "data":{"api":"{{api}}","url":"x"} }
        """;
}
