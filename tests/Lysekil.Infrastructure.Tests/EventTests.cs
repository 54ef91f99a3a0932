using System.Text.Json;
using Lysekil.Infrastructure.Tests.Bicep;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Infrastructure.Tests;

/// <summary>From a change in the content container to a message.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task Only_the_content_container_is_listened_to()
    {
        var filter = (await SubscriptionAsync()).At("filter");

        Assert.Equal(
            $"/blobServices/default/containers/{StorageNames.Content}/",
            filter.GetProperty("subjectBeginsWith").GetString());
    }

    [Fact]
    public async Task Every_subscribed_event_is_delivered_to_a_queue_with_a_trigger()
    {
        var filter = (await SubscriptionAsync()).At("filter");
        var types = filter.GetProperty("includedEventTypes").Deserialize<string[]>()!;
        var subject = filter.GetProperty("subjectBeginsWith").GetString() + "blobs/artiklar/a.md";

        Assert.Equal(["Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobDeleted"], types);
        Assert.All(types, type =>
        {
            var message = JsonSerializer.Serialize(new { eventType = type, subject, data = new { api = "PutBlob" } });
            Assert.Equal("artiklar/a.md", Assert.Single(ContentEvent.Read(message)!).Path.Value);
        });
    }

    [Fact]
    public async Task Events_go_to_the_queue_that_publishing_listens_to_by_the_topics_own_identity()
    {
        var received = (await SubscriptionAsync()).At("deliveryWithResourceIdentity");

        Assert.Equal("SystemAssigned", received.GetProperty("identity").GetProperty("type").GetString());
        Assert.Equal("StorageQueue", received.GetProperty("destination").GetProperty("endpointType").GetString());
        Assert.Equal(
            StorageNames.ContentEvents,
            received.GetProperty("destination").GetProperty("properties").GetProperty("queueName").GetString());
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_kept()
    {
        var subscription = await SubscriptionAsync();
        var kept = subscription
            .Text("deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName");

        Assert.Equal("SystemAssigned", subscription.Text("deadLetterWithResourceIdentity.identity.type"));
        Assert.Contains(
            kept, (await Deployment.Plain).Names("Microsoft.Storage/storageAccounts/blobServices/containers"));
        Assert.Equal(30, subscription.At("retryPolicy.maxDeliveryAttempts").GetInt32());
        Assert.Equal(24 * 60, subscription.At("retryPolicy.eventTimeToLiveInMinutes").GetInt32());
    }

    private static async Task<Resource> SubscriptionAsync() =>
        Assert.Single((await Deployment.Plain).Of("Microsoft.EventGrid/systemTopics/eventSubscriptions"));
}
