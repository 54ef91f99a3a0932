namespace Lysekil.Functions.Tests;

public sealed class ReconcileTests
{
    private readonly Site _site = new();

    [Fact]
    public async Task A_source_without_an_event_is_found()
    {
        _site.Storage.Content.Put(Site.Source, Site.Article);

        await new Reconcile(_site.Engine).SourcesAsync(new(), default);

        Assert.Contains(Site.Source, Assert.Single(_site.ContentEvents), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_whose_message_was_lost_is_found()
    {
        await _site.PublishAsync(Site.Source, Site.Article);
        _site.Storage.ContentEvents.Lose();
        _site.Storage.PageRefreshes.Lose();

        await new Reconcile(_site.Engine).SourcesAsync(new(), default);
        await _site.RefreshAsync();

        Assert.Contains(Site.Page, _site.Storage.Web.Blobs);
    }

    [Fact]
    public async Task A_deleted_page_is_restored_and_a_stray_one_is_deleted()
    {
        await _site.PublishAsync(Site.Source, Site.Article);
        await new Reconcile(_site.Engine).SourcesAsync(new(), default); // Pages are compared after the sources.
        await _site.RefreshAsync();
        _site.Storage.Web.Delete(Site.Page);
        _site.Storage.Web.Put("2019/10/ingens/index.html", "Ingen vet varifrån.");

        await new Reconcile(_site.Engine).PagesAsync(new(), default);
        await _site.RefreshAsync();

        Assert.Contains(Site.Page, _site.Storage.Web.Blobs);
        Assert.DoesNotContain("2019/10/ingens/index.html", _site.Storage.Web.Blobs);
    }
}
