using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Refreshing;

namespace Lysekil.Publishing.Tests.Refreshing;

public class PagesInProgressTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PagesInProgress _pages = new(TimeSpan.FromSeconds(2));

    [Fact]
    public void A_page_is_in_progress_until_its_refresh_ends()
    {
        Assert.True(_pages.TryBegin(PageKey.Front, Now));
        Assert.False(_pages.TryBegin(PageKey.Front, Now.AddSeconds(1)));
        Assert.True(_pages.TryBegin(PageKey.Rss, Now));

        _pages.End(PageKey.Front, Now);

        Assert.True(_pages.TryBegin(PageKey.Front, Now.AddSeconds(1)));
    }

    [Fact]
    public void A_refresh_that_takes_too_long_is_forgotten_and_does_not_end_a_later_one()
    {
        Assert.True(_pages.TryBegin(PageKey.Front, Now));
        Assert.True(_pages.TryBegin(PageKey.Front, Now.AddSeconds(2)));

        _pages.End(PageKey.Front, Now);

        Assert.False(_pages.TryBegin(PageKey.Front, Now.AddSeconds(3)));
    }
}
