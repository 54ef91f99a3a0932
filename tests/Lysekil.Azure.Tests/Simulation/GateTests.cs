using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Simulation;

/// <summary>The gate that a scheduler and its faults use.</summary>
public sealed class GateTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Every_call_passes_the_gate()
    {
        var trace = new StorageTrace();
        var storage = new SimulatedStorage(new FakeTimeProvider(), trace);
        storage.Content.Put("a.md", "Hej!");

        await storage.Site.Content.FindAsync("a.md", Never);
        await storage.Site.Content.OpenAsync("a.md", Never);
        await storage.Site.Content.ListAsync(10, null, Never);
        await storage.Site.Content.ListBelowAsync("artiklar/", 10, null, Never);
        await storage.Site.Content.TagAsync("a.md", Some.NoColumns, Never);
        await storage.Site.Web.WriteAsync("index.html", Some.Stream(), Some.Headers, null, Never);
        await storage.Site.Web.DeleteAsync("index.html", Some.OtherETag, Never);
        await storage.Site.Index.FindAsync("a", Never);
        await storage.Site.Index.CommitAsync(
            [new RowChange.Insert("a", Some.NoColumns), new RowChange.Insert("b", Some.NoColumns)], Never);
        await storage.Site.PageRefreshes.SendAsync("index.html", TimeSpan.Zero, Never);
        storage.PageRefreshes.PoisonQueue.Add("index.html");
        var poisoned = await storage.Site.PoisonedPageRefreshes.ReceiveAsync(1, TimeSpan.FromMinutes(1), Never);
        await storage.Site.PoisonedPageRefreshes.DeleteAsync(poisoned[0], Never);

        Assert.Empty(storage.PageRefreshes.Poison);
        Assert.Equal(
            [
                new StorageCall("content", StorageOperation.Find, "a.md"),
                new StorageCall("content", StorageOperation.Open, "a.md"),
                new StorageCall("content", StorageOperation.List, ""),
                new StorageCall("content", StorageOperation.List, "artiklar/"),
                new StorageCall("content", StorageOperation.Tag, "a.md"),
                new StorageCall("$web", StorageOperation.Write, "index.html"),
                new StorageCall("$web", StorageOperation.Delete, "index.html"),
                new StorageCall("archive", StorageOperation.Find, "a"),
                new StorageCall("archive", StorageOperation.Commit, "a b"),
                new StorageCall("page-refreshes", StorageOperation.Send, "index.html"),
                new StorageCall("page-refreshes-poison", StorageOperation.Receive, ""),
                new StorageCall("page-refreshes-poison", StorageOperation.Delete, "index.html"),
            ],
            trace.Calls);
    }

    [Fact]
    public async Task A_query_passes_the_gate_once_for_each_slice()
    {
        var trace = new StorageTrace();
        var storage = new SimulatedStorage(new FakeTimeProvider());
        await storage.Index.CommitAsync(
            [.. "abc".Select(key => new RowChange.Insert($"{key}", Some.NoColumns))], Never);

        var rows = await storage.Through(trace, rowsPerCall: 2).Index
            .QueryAsync(new KeyRange("a", "z"), 10, Never).ToListAsync();

        Assert.Equal(3, rows.Count);
        Assert.Equal(["Query archive a", "Query archive b"], trace.Calls.Select(call => call.ToString()));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_fault_comes_before_the_effect_or_after_it(bool before, int effects)
    {
        var storage = new SimulatedStorage(new FakeTimeProvider(), new Faulty(before));

        await Assert.ThrowsAsync<IOException>(() => storage.Site.Web.WriteAsync(
            "index.html", Some.Stream(), Some.Headers, null, Never));
        await Assert.ThrowsAsync<IOException>(() => storage.Site.Index.CommitAsync(
            [new RowChange.Insert("a", Some.NoColumns)], Never));
        await Assert.ThrowsAsync<IOException>(() => storage.Site.PageRefreshes.SendAsync(
            "index.html", TimeSpan.Zero, Never));

        Assert.Equal(effects, storage.Web.Blobs.Count);
        Assert.Equal(effects, storage.Index.Rows.Count);
        Assert.Equal(effects, storage.PageRefreshes.Messages.Count);
    }

    [Fact]
    public void Editors_write_and_delete_unconditionally()
    {
        var content = new SimulatedStorage(new FakeTimeProvider()).Content;

        var first = content.Put("a.md", "första");
        var second = content.Put("a.md", "andra", Some.Headers);

        Assert.NotEqual(first, second);
        Assert.Equal("andra", content.Blobs["a.md"].Text);
        Assert.True(content.Delete("a.md"));
        Assert.False(content.Delete("a.md"));
    }

    private sealed class Faulty(bool before) : IStorageGate
    {
        public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Throw(before);

        public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Throw(!before);

        private static Task Throw(bool now) => now ? throw new IOException("The line is dead.") : Task.CompletedTask;
    }
}
