using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Functions.Tests;

public sealed class RefreshPageTests
{
    private static readonly string _robots = new PageRefreshMessage(PageKey.Robots).Write();

    private readonly Site _site = new();

    [Fact]
    public async Task A_page_that_is_not_stale_is_left_alone_on_the_first_try()
    {
        await RunAsync(_robots, dequeueCount: 1);

        Assert.Empty(_site.Storage.Web.Blobs);
    }

    [Fact]
    public async Task A_page_is_refreshed_on_the_second_try_stale_or_not()
    {
        await RunAsync(_robots, dequeueCount: 2);

        Assert.Equal(["robots.txt"], _site.Storage.Web.Blobs.Keys);
    }

    [Fact]
    public async Task A_rebuild_goes_on()
    {
        await _site.Engine.Rebuilder.StartAsync(default);

        await _site.RefreshAsync();

        Assert.Contains("robots.txt", _site.Storage.Web.Blobs);
        Assert.Contains("404.html", _site.Storage.Web.Blobs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ingen sida")]
    [InlineData("{}")]
    [InlineData("""{"page":"ingen sida"}""")]
    public async Task A_message_that_is_no_request_is_answered_with_nothing(string message)
    {
        await RunAsync(message, dequeueCount: 2);

        Assert.Empty(_site.Storage.Web.Blobs);
    }

    private Task RunAsync(string message, int dequeueCount) =>
        new RefreshPage(_site.Engine).RunAsync(Site.Message(message, dequeueCount), default);
}
