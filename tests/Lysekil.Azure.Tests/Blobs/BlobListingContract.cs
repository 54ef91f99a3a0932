using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests.Blobs;

/// <summary>What every <see cref="IBlobContainer"/> does: listing and tagging.</summary>
public abstract class BlobListingContract
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task An_empty_container_lists_nothing()
    {
        var container = await CreateAsync();

        var slice = await container.ListAsync(5_000, continuation: null, Never);

        Assert.Empty(slice.Blobs);
        Assert.Null(slice.Continuation);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(5_000)]
    public async Task Slices_list_every_blob_once(int most)
    {
        var container = await CreateAsync();
        string[] names = ["a.md", "b/1.md", "b/2.md", "b/å.md", "b/ö ö.md", "c.md", "d.md"];
        foreach (var name in names) { await WriteAsync(container, name); }

        var listed = new List<string>();
        string? continuation = null;
        do
        {
            var slice = await container.ListAsync(most, continuation, Never);
            Assert.InRange(slice.Blobs.Count, 0, most);
            listed.AddRange(slice.Blobs.Select(blob => blob.Name));
            continuation = slice.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(names, listed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5_000)]
    public async Task Slices_below_a_folder_list_its_blobs_once_and_in_their_order(int most)
    {
        var container = await CreateAsync();
        string[] names = ["a.md", "b/2.md", "b/1.md", "b/c/3.md", "b.md", "bb/4.md", "c/b/5.md"];
        foreach (var name in names) { await WriteAsync(container, name); }

        var listed = new List<string>();
        string? continuation = null;
        do
        {
            var slice = await container.ListBelowAsync("b/", most, continuation, Never);
            Assert.InRange(slice.Blobs.Count, 0, most);
            listed.AddRange(slice.Blobs.Select(blob => blob.Name));
            continuation = slice.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(["b/1.md", "b/2.md", "b/c/3.md"], listed);
    }

    [Fact]
    public async Task Deleted_blobs_are_not_listed()
    {
        var container = await CreateAsync();
        var etag = await WriteAsync(container, "a.md");
        await WriteAsync(container, "b.md");

        await container.DeleteAsync("a.md", etag, Never);

        var slice = await container.ListAsync(5_000, continuation: null, Never);
        Assert.Equal("b.md", Assert.Single(slice.Blobs).Name);
    }

    [Fact]
    public async Task Tagging_changes_no_property()
    {
        var container = await CreateAsync();
        await WriteAsync(container, "a.md");
        var before = await container.FindAsync("a.md", Never);

        Assert.True(await container.TagAsync(
            "a.md", new Dictionary<string, string> { ["state"] = "live", ["at"] = "2019-10-05 18:00" }, Never));

        Assert.Equal(before, await container.FindAsync("a.md", Never));
    }

    [Fact]
    public async Task Tags_are_listed()
    {
        var container = await CreateAsync();
        await WriteAsync(container, "a.md");
        await WriteAsync(container, "b å.md");
        await container.TagAsync("a.md", new Dictionary<string, string> { ["state"] = "live" }, Never);
        var tags = new Dictionary<string, string> { ["state"] = "refused", ["at"] = "2019-10-05 18:00" };
        await container.TagAsync("a.md", tags, Never);

        var slice = await container.ListAsync(5_000, continuation: null, Never);

        Assert.Equal("a.md", Assert.Single(slice.Tags).Key);
        Assert.Equal(
            [("at", "2019-10-05 18:00"), ("state", "refused")],
            slice.Tags["a.md"].Select(tag => (tag.Key, tag.Value)).Order());
        Assert.Equal(["a.md", "b å.md"], slice.Blobs.Select(blob => blob.Name));
    }

    [Fact]
    public async Task A_missing_blob_is_not_tagged()
    {
        var container = await CreateAsync();

        Assert.False(await container.TagAsync(
            "a.md", new Dictionary<string, string> { ["state"] = "live" }, Never));
    }

    [Theory]
    [InlineData("state", "publicerad på webben")]
    [InlineData("state", "a,b")]
    [InlineData("läge", "live")]
    [InlineData("", "live")]
    public async Task Tags_with_other_characters_are_refused(string key, string value)
    {
        var container = await CreateAsync();
        await WriteAsync(container, "a.md");

        await Assert.ThrowsAnyAsync<Exception>(
            () => container.TagAsync("a.md", new Dictionary<string, string> { [key] = value }, Never));
    }

    [Fact]
    public async Task Tags_beyond_ten_or_too_long_are_refused()
    {
        var container = await CreateAsync();
        await WriteAsync(container, "a.md");

        await Assert.ThrowsAnyAsync<Exception>(() => container.TagAsync(
            "a.md", Enumerable.Range(0, 11).ToDictionary(tag => $"t{tag}", _ => "x"), Never));
        await Assert.ThrowsAnyAsync<Exception>(() => container.TagAsync(
            "a.md", new Dictionary<string, string> { ["state"] = new('x', 257) }, Never));
    }

    /// <summary>An empty container.</summary>
    protected abstract Task<IBlobContainer> CreateAsync();

    private static async Task<ETag> WriteAsync(IBlobContainer container, string name) =>
        (await container.WriteAsync(name, Some.Stream(), Some.Headers, expected: null, Never))!.Value;
}
