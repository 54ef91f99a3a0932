using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Contents.Articles;

public class AcceptedSourcesTests
{
    private static readonly byte[] Bytes = "En text."u8.ToArray();
    private static readonly ContentHash Hash = ContentHash.Of(Bytes);

    private readonly StorageTrace _trace = new();
    private readonly SimulatedStorage _storage;
    private readonly AcceptedSources _accepted;

    public AcceptedSourcesTests()
    {
        _storage = new SimulatedStorage(Some.Clock(), _trace);
        _accepted = new AcceptedSources(_storage.Site.Accepted);
    }

    [Fact]
    public async Task A_content_that_was_kept_is_read_without_a_storage_call()
    {
        await _accepted.KeepAsync(Some.ArticlePath, new AcceptedContent(Hash, Bytes), default);
        _trace.Clear();

        Assert.Equal(Bytes, await _accepted.ReadAsync(Some.ArticlePath, Hash, default));
        Assert.Empty(_trace.Calls);
    }

    [Fact]
    public async Task A_content_that_another_process_kept_costs_one_storage_call()
    {
        await new AcceptedSources(_storage.Site.Accepted)
            .KeepAsync(Some.ArticlePath, new AcceptedContent(Hash, Bytes), default);
        _trace.Clear();

        Assert.Equal(Bytes, await _accepted.ReadAsync(Some.ArticlePath, Hash, default));
        Assert.Equal(Bytes, await _accepted.ReadAsync(Some.ArticlePath, Hash, default));
        Assert.Single(_trace.Calls);
    }

    [Fact]
    public async Task A_content_that_is_missing_is_a_fault_that_names_it()
    {
        var fault = await Assert.ThrowsAsync<LostContentException>(
            () => _accepted.ReadAsync(Some.ArticlePath, Hash, default));

        Assert.Equal(Some.ArticlePath, fault.Path);
        Assert.Contains(Hash.Value, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_content_without_bytes_is_not_kept()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => _accepted.KeepAsync(Some.ArticlePath, new AcceptedContent(Hash, null), default));

        Assert.Empty(_trace.Calls);
    }
}
