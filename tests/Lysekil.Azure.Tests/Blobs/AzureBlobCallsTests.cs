using Lysekil.Azure.Blobs;
using Lysekil.Azure.Tests.Azurite;

namespace Lysekil.Azure.Tests.Blobs;

/// <summary>Each method makes one call.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AzureBlobCallsTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly CallCounter _counter = new();

    [Fact]
    public async Task Each_method_is_one_call()
    {
        var container = new AzureBlobContainer(await azurite.ContainerAsync(_counter));

        var first = await OneCallAsync(() => container.WriteAsync("a", Some.Stream(), Some.Headers, null, Never));
        await OneCallAsync(() => container.WriteAsync("a", Some.Stream(), Some.Headers, null, Never));
        var second = await OneCallAsync(() => container.WriteAsync("a", Some.Stream(), Some.Headers, first, Never));
        await OneCallAsync(() => container.FindAsync("a", Never));
        await OneCallAsync(() => container.FindAsync("b", Never));
        await OneCallAsync(() => container.TagAsync("a", Some.NoColumns, Never));
        await OneCallAsync(() => container.ListAsync(1, null, Never));
        await OneCallAsync(() => container.DeleteAsync("a", first!.Value, Never));
        await OneCallAsync(() => container.DeleteAsync("a", second!.Value, Never));
    }

    [Fact]
    public async Task A_reading_is_one_call_and_so_is_a_write_from_it()
    {
        var container = new AzureBlobContainer(await azurite.ContainerAsync(_counter));
        await container.WriteAsync("a", new MemoryStream(Some.Bytes(7 << 20)), Some.Headers, null, Never);

        await using var reading = await OneCallAsync(() => container.OpenAsync("a", Never));
        await OneCallAsync(() => container.WriteAsync("b", reading!.Content, Some.Headers, null, Never));
    }

    private async Task<T> OneCallAsync<T>(Func<Task<T>> method)
    {
        _counter.Reset();
        var answer = await method();
        Assert.Equal(1, _counter.Calls);
        return answer;
    }
}
