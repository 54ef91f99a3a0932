using System.Text;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Blobs;

/// <summary>What every <see cref="IBlobContainer"/> does: reading, writing and deleting.</summary>
public abstract class BlobContainerContract
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task A_missing_blob_is_not_found()
    {
        var container = await CreateAsync();

        Assert.Null(await container.FindAsync("index.html", Never));
        Assert.Null(await container.OpenAsync("index.html", Never));
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("artiklar/2019-10-05 Valkyriornas höstmöte.md")]
    [InlineData("bilder/100% å+ä&ö #1?.png")]
    public async Task Find_open_and_list_return_the_same_properties(string name)
    {
        var container = await CreateAsync();

        var etag = await container.WriteAsync(name, Some.Stream("Hej!"), Some.Headers, expected: null, Never);

        var found = await container.FindAsync(name, Never);
        await using var opened = await container.OpenAsync(name, Never);
        var listed = await container.ListAsync(5_000, continuation: null, Never);
        Assert.NotNull(found);
        Assert.Equal(new BlobProperties(name, etag!.Value, found.Created, found.Modified, 4, Some.Headers), found);
        Assert.Equal(found, opened?.Properties);
        Assert.Equal([found], listed.Blobs);
        Assert.Equal("Hej!", await TextAsync(opened));
    }

    [Fact]
    public async Task Headers_may_be_absent_and_content_empty()
    {
        var container = await CreateAsync();
        var headers = new BlobHeaders("text/markdown");

        await container.WriteAsync("tom.md", Some.Stream(""), headers, expected: null, Never);

        await using var opened = await container.OpenAsync("tom.md", Never);
        var listed = await container.ListAsync(1, continuation: null, Never);
        Assert.Equal(headers, opened?.Properties.Headers);
        Assert.Equal(headers, Assert.Single(listed.Blobs).Headers);
        Assert.Equal(0, opened?.Properties.Length);
        Assert.Equal("", await TextAsync(opened));
    }

    [Fact]
    public async Task A_content_coding_is_kept_with_the_bytes_and_undone_by_a_reader_alone()
    {
        var container = await CreateAsync();
        var page = RenderedPage.Compressed(Encoding.UTF8.GetBytes("Hej hej hej!"), "application/json", "no-cache");
        await using var content = await page.OpenAsync(false, Never);

        await container.WriteAsync(Name, content!, page.Headers, expected: null, Never);

        await using var opened = await container.OpenAsync(Name, Never);
        var listed = await container.ListAsync(1, continuation: null, Never);
        Assert.Equal(page.Headers, opened?.Properties.Headers);
        Assert.Equal(page.Headers, (await container.FindAsync(Name, Never))?.Headers);
        Assert.Equal(page.Headers, Assert.Single(listed.Blobs).Headers);
        Assert.Equal(content!.Length, opened?.Properties.Length);
        Assert.Equal("Hej hej hej!", await new StreamReader(opened!.Decoded).ReadToEndAsync());
    }

    [Fact]
    public async Task Creating_an_existing_blob_is_a_conflict()
    {
        var container = await CreateAsync();
        var first = await WriteAsync(container, "första", expected: null);

        Assert.Null(await WriteAsync(container, "andra", expected: null));

        await AssertIsAsync(container, first, "första");
    }

    [Fact]
    public async Task Replacing_the_expected_version_gives_another_version()
    {
        var container = await CreateAsync();
        var first = await WriteAsync(container, "samma", expected: null);

        var second = await WriteAsync(container, "samma", first);

        Assert.NotEqual(first, second);
        await AssertIsAsync(container, second, "samma");
    }

    [Fact]
    public async Task Replacing_another_version_is_a_conflict()
    {
        var container = await CreateAsync();
        var first = await WriteAsync(container, "första", expected: null);
        var second = await WriteAsync(container, "andra", first);

        Assert.Null(await WriteAsync(container, "tredje", first));

        await AssertIsAsync(container, second, "andra");
    }

    [Fact]
    public async Task Replacing_a_deleted_blob_is_a_conflict()
    {
        var container = await CreateAsync();
        var first = await WriteAsync(container, "första", expected: null);
        await container.DeleteAsync(Name, first!.Value, Never);

        Assert.Null(await WriteAsync(container, "andra", first));
        Assert.Null(await container.FindAsync(Name, Never));
    }

    [Fact]
    public async Task Only_the_expected_version_is_deleted()
    {
        var container = await CreateAsync();
        var first = await WriteAsync(container, "första", expected: null);
        var second = await WriteAsync(container, "andra", first);

        Assert.False(await container.DeleteAsync(Name, first!.Value, Never));
        await AssertIsAsync(container, second, "andra");
        Assert.True(await container.DeleteAsync(Name, second!.Value, Never));
        Assert.Null(await container.FindAsync(Name, Never));
        Assert.False(await container.DeleteAsync(Name, second.Value, Never));
    }

    [Fact]
    public async Task One_of_concurrent_writers_succeeds()
    {
        var container = await CreateAsync();

        var created = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(writer => WriteAsync(container, $"{writer}", expected: null)));
        var first = Assert.Single(created, etag => etag is not null);
        var replaced = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(writer => WriteAsync(container, $"{writer}", first)));
        var second = Assert.Single(replaced, etag => etag is not null);

        Assert.Equal(second, (await container.FindAsync(Name, Never))?.ETag);
    }

    [Fact]
    public async Task A_large_blob_is_written_conditionally()
    {
        var container = await CreateAsync();
        var bytes = Some.Bytes(9 << 20);

        var etag = await container.WriteAsync(Name, new MemoryStream(bytes), Some.Headers, expected: null, Never);

        Assert.NotNull(etag);
        Assert.Null(await container.WriteAsync(Name, new MemoryStream(bytes), Some.Headers, expected: null, Never));
        await using var opened = await container.OpenAsync(Name, Never);
        Assert.Equal(etag, opened?.Properties.ETag);
        AssertSame(bytes, await BytesAsync(opened!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9 << 20)]
    public async Task A_blob_can_be_written_from_the_reading_of_another(int length)
    {
        var container = await CreateAsync();
        var bytes = Some.Bytes(length);
        await container.WriteAsync("original", new MemoryStream(bytes), Some.Headers, expected: null, Never);

        await using var original = await container.OpenAsync("original", Never);
        await container.WriteAsync("kopia", original!.Content, Some.Headers, expected: null, Never);

        await using var copy = await container.OpenAsync("kopia", Never);
        AssertSame(bytes, await BytesAsync(copy!));
    }

    [Fact]
    public async Task A_reading_is_of_one_version_although_the_blob_is_replaced_and_deleted()
    {
        var container = await CreateAsync();
        var bytes = Some.Bytes(6 << 20);
        var first = await container.WriteAsync(
            Name, new MemoryStream(bytes), Some.Headers, expected: null, Never);

        await using var reading = await container.OpenAsync(Name, Never);
        var begin = new byte[1_000];
        await reading!.Content.ReadExactlyAsync(begin, Never);
        var second = await WriteAsync(container, "andra", first);
        await container.DeleteAsync(Name, second!.Value, Never);

        Assert.Equal(first, reading.Properties.ETag);
        AssertSame(bytes, [.. begin, .. await BytesAsync(reading)]);
    }

    [Fact]
    public async Task A_stream_that_was_written_can_still_be_used()
    {
        var container = await CreateAsync();
        using var content = Some.Stream();

        await container.WriteAsync(Name, content, Some.Headers, expected: null, Never);

        Assert.Equal(content.Length, content.Position);
    }

    [Fact]
    public async Task Replacing_moves_the_time_of_modification()
    {
        var container = await CreateAsync();
        var etag = await WriteAsync(container, "första", expected: null);
        var first = await container.FindAsync(Name, Never);
        await AWhileAsync();

        await WriteAsync(container, "andra", etag);

        var second = await container.FindAsync(Name, Never);
        var listed = await container.ListAsync(1, continuation: null, Never);
        Assert.True(second?.Modified > first?.Modified);
        Assert.Equal(second, Assert.Single(listed.Blobs));
    }

    [Fact]
    public async Task A_blob_that_is_created_again_is_a_new_blob()
    {
        var container = await CreateAsync();
        var etag = await WriteAsync(container, "samma", expected: null);
        var first = await container.FindAsync(Name, Never);
        await container.DeleteAsync(Name, etag!.Value, Never);
        await AWhileAsync();

        var again = await WriteAsync(container, "samma", expected: null);

        var second = await container.FindAsync(Name, Never);
        Assert.NotEqual(etag, again);
        Assert.True(second?.Created > first?.Created);
    }

    protected const string Name = "2019/10/valkyriornas-hostmote/index.html";

    /// <summary>An empty container.</summary>
    protected abstract Task<IBlobContainer> CreateAsync();

    /// <summary>Lets more than a second pass, the resolution of the service's clock.</summary>
    protected abstract Task AWhileAsync();

    protected static Task<ETag?> WriteAsync(IBlobContainer container, string text, ETag? expected) =>
        container.WriteAsync(Name, Some.Stream(text), Some.Headers, expected, Never);

    private static async Task AssertIsAsync(IBlobContainer container, ETag? etag, string text)
    {
        await using var opened = await container.OpenAsync(Name, Never);
        Assert.Equal(etag, opened?.Properties.ETag);
        Assert.Equal(text, await TextAsync(opened));
    }

    // Assert.Equal takes seconds for megabytes.
    private static void AssertSame(byte[] expected, byte[] read) => Assert.True(expected.AsSpan().SequenceEqual(read));

    private static async Task<string?> TextAsync(BlobReading? reading) =>
        reading is null ? null : Encoding.UTF8.GetString(await BytesAsync(reading));

    private static async Task<byte[]> BytesAsync(BlobReading reading)
    {
        using var bytes = new MemoryStream();
        await reading.Content.CopyToAsync(bytes, Never);
        return bytes.ToArray();
    }
}
