using System.Text.Json;
using Lysekil.Local.Relay;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Relay;

public sealed class EventRelayTests
{
    private static readonly Uri Address = new("http://127.0.0.1:10000/devstoreaccount1/content");

    private readonly SimulatedStorage _storage = new(TimeProvider.System);
    private readonly EventRelay _relay;

    public EventRelayTests() =>
        _relay = new EventRelay(_storage.Content, Address, _storage.ContentEvents, TimeProvider.System);

    [Fact]
    public async Task A_new_blob_is_announced_once()
    {
        _storage.Content.Put("artiklar/ny.md", "# Ny");

        Assert.Equal(1, await _relay.PollAsync(default));
        Assert.Equal(0, await _relay.PollAsync(default));

        var announced = Assert.Single(Events());
        Assert.Equal("Microsoft.Storage.BlobCreated", announced.GetProperty("eventType").GetString());
        Assert.Equal(
            "/blobServices/default/containers/content/blobs/artiklar/ny.md",
            announced.GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_new_version_is_announced_again()
    {
        _storage.Content.Put("artiklar/ny.md", "# Ny");
        await _relay.PollAsync(default);
        _storage.Content.Put("artiklar/ny.md", "# Ny");

        Assert.Equal(1, await _relay.PollAsync(default));
    }

    [Fact]
    public async Task A_deleted_blob_is_announced_without_a_version()
    {
        _storage.Content.Put("artiklar/ny.md", "# Ny");
        await _relay.SkipExistingAsync(default);
        _storage.Content.Delete("artiklar/ny.md");

        Assert.Equal(1, await _relay.PollAsync(default));

        var announced = Assert.Single(Events());
        Assert.Equal("Microsoft.Storage.BlobDeleted", announced.GetProperty("eventType").GetString());
        Assert.False(announced.GetProperty("data").TryGetProperty("eTag", out _));
        Assert.False(announced.GetProperty("data").TryGetProperty("contentLength", out _));
    }

    [Fact]
    public async Task Existing_blobs_are_not_announced()
    {
        _storage.Content.Put("artiklar/gammal.md", "# Gammal");

        await _relay.SkipExistingAsync(default);

        Assert.Equal(0, await _relay.PollAsync(default));
    }

    [Fact]
    public async Task A_change_that_could_not_be_announced_is_announced_by_the_next_poll()
    {
        var broken = new BrokenQueue();
        var relay = new EventRelay(_storage.Content, Address, broken, TimeProvider.System);
        _storage.Content.Put("artiklar/ny.md", "# Ny");

        await Assert.ThrowsAsync<IOException>(() => relay.PollAsync(default));
        broken.Works = true;

        Assert.Equal(1, await relay.PollAsync(default));
    }

    [Fact]
    public async Task An_event_has_the_fields_that_the_service_writes()
    {
        _storage.Content.Put("artiklar/bä st.md", "# Bäst", new("text/markdown"));
        await _relay.PollAsync(default);

        var announced = Assert.Single(Events());
        Assert.Equal(
            ["data", "dataVersion", "eventTime", "eventType", "id", "metadataVersion", "subject", "topic"],
            announced.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        var data = announced.GetProperty("data");
        Assert.Equal(
            [
                "api", "blobType", "clientRequestId", "contentLength", "contentType", "eTag", "requestId", "sequencer",
                "storageDiagnostics", "url",
            ],
            data.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Address + "/artiklar/b%C3%A4%20st.md", data.GetProperty("url").GetString());
        Assert.Equal("0x1", data.GetProperty("eTag").GetString());
        Assert.Equal(7, data.GetProperty("contentLength").GetInt64());
    }

    [Fact]
    public async Task Sequencers_grow()
    {
        _storage.Content.Put("artiklar/ny.md", "1");
        await _relay.PollAsync(default);
        _storage.Content.Put("artiklar/ny.md", "2");
        await _relay.PollAsync(default);

        var sequencers = Events().Select(one => one.GetProperty("data").GetProperty("sequencer").GetString()!).ToList();
        Assert.True(string.CompareOrdinal(sequencers[0], sequencers[1]) < 0);
    }

    [Theory]
    [InlineData(5, 150)]
    [InlineData(100, 400)]
    [InlineData(60_000, 5_000)]
    public void A_large_container_is_polled_less_often(int poll, int delay) =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(delay), EventRelay.DelayAfter(TimeSpan.FromMilliseconds(poll)));

    private List<JsonElement> Events() =>
        [.. _storage.ContentEvents.Messages.Select(message => JsonDocument.Parse(message.Text).RootElement)];
}
