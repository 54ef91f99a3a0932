using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Functions.Tests;

public sealed class RefreshPageTests
{
    private static readonly string Robots = new PageRefreshMessage(PageKey.Robots).Write();

    private readonly Site _site = new();

    [Fact]
    public async Task A_first_attempt_leaves_a_page_that_is_not_stale_alone()
    {
        await RunAsync(Robots, dequeueCount: 1);

        Assert.Empty(_site.Storage.Web.Blobs);
    }

    [Fact]
    public async Task A_second_attempt_refreshes_a_page_whether_it_is_stale_or_not()
    {
        await RunAsync(Robots, dequeueCount: 2);

        Assert.Equal(["robots.txt"], _site.Storage.Web.Blobs.Keys);
    }

    [Fact]
    public async Task The_message_of_a_rebuild_continues_it()
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
    public async Task A_message_that_is_no_request_changes_nothing(string message)
    {
        await RunAsync(message, dequeueCount: 2);

        Assert.Empty(_site.Storage.Web.Blobs);
    }

    private Task RunAsync(string message, int dequeueCount) =>
        new RefreshPage(_site.Engine).RunAsync(Site.Message(message, dequeueCount), default);
}
