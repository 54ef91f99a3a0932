namespace Lysekil.Functions.Tests;

public sealed class PublishContentTests
{
    private readonly Site _site = new();

    [Fact]
    public async Task An_uploaded_article_goes_live()
    {
        await _site.PublishAsync(Site.Source, Site.Article);
        await _site.RefreshAsync();

        Assert.Contains(Site.Page, _site.Storage.Web.Blobs);
        Assert.Contains("nyhetsarkiv/2019/10/index.html", _site.Storage.Web.Blobs);
        Assert.Contains("rss.xml", _site.Storage.Web.Blobs);
    }

    [Fact]
    public async Task A_deleted_article_is_removed()
    {
        await _site.PublishAsync(Site.Source, Site.Article);
        await _site.RefreshAsync();

        _site.Storage.Content.Delete(Site.Source);
        await new PublishContent(_site.Engine)
            .RunAsync(Site.Message(Site.Event(Site.Source, "Microsoft.Storage.BlobDeleted")), default);
        await _site.RefreshAsync();

        Assert.DoesNotContain(Site.Page, _site.Storage.Web.Blobs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("inget event")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task A_message_that_is_no_event_changes_nothing(string message)
    {
        await new PublishContent(_site.Engine).RunAsync(Site.Message(message), default);

        Assert.Empty(_site.PageRefreshes);
    }
}
