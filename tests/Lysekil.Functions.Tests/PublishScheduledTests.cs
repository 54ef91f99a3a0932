namespace Lysekil.Functions.Tests;

public sealed class PublishScheduledTests
{
    private readonly Site _site = new();

    [Fact]
    public async Task An_article_goes_live_when_its_date_has_come()
    {
        await _site.PublishAsync("artiklar/2019-10-07-i-morgon.md", Site.Article);
        await TickAsync();
        Assert.DoesNotContain("2019/10/i-morgon/index.html", _site.Storage.Web.Blobs);

        _site.Clock.Advance(TimeSpan.FromDays(1));
        await TickAsync();

        Assert.Contains("2019/10/i-morgon/index.html", _site.Storage.Web.Blobs);
    }

    private async Task TickAsync()
    {
        await new PublishScheduled(_site.Engine).RunAsync(new(), default);
        await _site.RefreshAsync();
    }
}
