using System.Text;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Local.Tests.Storage;

public sealed class WriteThroughContainerTests
{
    private static readonly BlobHeaders Headers = new("text/plain", Hash: "h");

    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedBlobContainer _container;
    private readonly TroubledContainer _troubled;

    public WriteThroughContainerTests()
    {
        _container = new SimulatedBlobContainer(_clock);
        _troubled = new TroubledContainer(_container);
    }

    [Fact]
    public async Task Properties_of_written_blobs_are_known_without_a_call()
    {
        _container.Put("before", "x");
        var known = await OpenAsync();
        var first = await WriteAsync(known, "a", "one", null);
        await WriteAsync(known, "a", "second", first);
        var gone = await WriteAsync(known, "b", "one", null);
        await known.DeleteAsync("b", gone!.Value, default);

        foreach (var name in (string[])["before", "a", "b", "never"])
        {
            Assert.Equal(await _container.FindAsync(name, default), await known.FindAsync(name, default));
        }

        Assert.Equal(0, _troubled.Finds);
    }

    [Fact]
    public async Task After_a_failed_write_the_properties_are_read_from_the_container()
    {
        var known = await OpenAsync();
        _troubled.Fault = new IOException("The answer was lost.");
        await Assert.ThrowsAsync<IOException>(() => WriteAsync(known, "a", "one", null));
        _troubled.Fault = null;

        await AssertReadAsync(known, "a");
    }

    [Fact]
    public async Task After_a_refused_write_the_properties_are_read_from_the_container()
    {
        var known = await OpenAsync();
        _container.Put("a", "by a call that the client repeated");

        Assert.Null(await WriteAsync(known, "a", "one", null));
        await AssertReadAsync(known, "a");
    }

    [Fact]
    public async Task After_a_refused_deletion_the_properties_are_read_from_the_container()
    {
        var known = await OpenAsync();
        var etag = await WriteAsync(known, "a", "one", null);
        _container.Delete("a");

        Assert.False(await known.DeleteAsync("a", etag!.Value, default));
        await AssertReadAsync(known, "a");
    }

    private static async Task<ETag?> WriteAsync(
        WriteThroughContainer container, string name, string text, ETag? expected)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await container.WriteAsync(name, content, Headers, expected, default);
    }

    private async Task AssertReadAsync(WriteThroughContainer known, string name)
    {
        var finds = _troubled.Finds;
        Assert.Equal(await _container.FindAsync(name, default), await known.FindAsync(name, default));
        Assert.Equal(finds + 1, _troubled.Finds);
    }

    private Task<WriteThroughContainer> OpenAsync() => WriteThroughContainer.OpenAsync(_troubled, _clock, default);
}
