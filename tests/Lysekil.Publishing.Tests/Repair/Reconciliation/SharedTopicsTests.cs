using Lysekil.Publishing.Index;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Repair.Reconciliation;

/// <summary>A reconcile tells editors of topics that come to one address.</summary>
public class SharedTopicsTests
{
    private const string Told = "Ämnena Lån och Län har samma webbadress, /amnen/lan/";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public SharedTopicsTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task Topics_that_share_an_address_are_told_of_while_they_do()
    {
        await UploadAsync("artiklar/2024-05-01-regionen.md", "Län");
        await UploadAsync("artiklar/2026-05-02-banken.md", "Lån");
        await ReconcileAsync();
        Assert.Contains(Told, _site.Told, StringComparison.Ordinal);

        await ReconcileAsync();
        Assert.Contains(Told, _site.Told, StringComparison.Ordinal);

        await UploadAsync("artiklar/2026-05-02-banken.md", "Ekonomi");
        await ReconcileAsync();
        Assert.DoesNotContain("samma webbadress", _site.Told, StringComparison.Ordinal);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task Nothing_is_written_where_each_topic_has_an_address_of_its_own()
    {
        await UploadAsync("artiklar/2024-05-01-regionen.md", "Län");
        await UploadAsync("artiklar/2026-05-02-banken.md", "LÄN");
        await ReconcileAsync();
        var before = Rows();

        await ReconcileAsync();

        Assert.Equal(before, Rows());
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("remark:", StringComparison.Ordinal));
    }

    /// <summary>The index, without what reconciles note of themselves.</summary>
    private IReadOnlyList<string> Rows() =>
    [
        .. _site.Storage.Index.Rows
            .Where(r => !r.Key.StartsWith(IndexKeys.Reconciles, StringComparison.Ordinal))
            .Select(r => $"{r.Key} {r.ETag}"),
    ];

    private async Task ReconcileAsync()
    {
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
    }

    private Task UploadAsync(string path, string topic)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, Some.ArticleWith($"tags: [{topic}]"));
        return _site.SettleAsync();
    }
}
