using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Waking;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Refreshing;

public class RefresherTests
{
    private readonly SimulatedSite _site = new(Some.Clock());

    [Fact]
    public async Task A_page_that_is_not_owed_is_left_alone_on_a_first_try_and_rendered_on_a_second()
    {
        await PublishAsync();
        _site.Storage.Web.Put("index.html", "vad en första gång skrev innan den dog");

        Assert.Equal(RefreshResult.NotOwed, await RefreshAsync(attempt: 1));
        Assert.Equal(RefreshResult.Written, await RefreshAsync(attempt: 2));
        Assert.Equal(RefreshResult.Unchanged, await RefreshAsync(attempt: 3));
        Assert.Contains("Kajen", _site.Pages["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_nobody_needs_is_deleted_on_a_second_try()
    {
        _site.Storage.Web.Put("2020/01/skrap/index.html", "skräp");

        var outcomes = await _site.Engine.PageRefreshes.HandleAsync(new("""{"page":"2020/01/skrap/index.html"}""", 2), default);

        Assert.Equal(RefreshResult.Deleted, Assert.Single(outcomes).Result);
        Assert.Empty(_site.Pages);
    }

    [Fact]
    public async Task Every_stale_row_is_done_with()
    {
        await PublishAsync();

        Assert.DoesNotContain(_site.Storage.Archive.Rows, r => r.Key.StartsWith("stale:", StringComparison.Ordinal));
    }

    private async Task<RefreshResult> RefreshAsync(int attempt) =>
        Assert.Single(await _site.Engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(PageKey.Front).Write(), attempt), default)).Result;

    private Task PublishAsync()
    {
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        return _site.SettleAsync();
    }
}
