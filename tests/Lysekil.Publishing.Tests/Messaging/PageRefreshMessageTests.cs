using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Publishing.Tests.Messaging;

public class PageRefreshMessageTests
{
    [Fact]
    public void A_message_names_up_to_sixteen_pages()
    {
        PageKey[] pages = [.. Enumerable.Range(1, 20).Select(i => PageKey.Parse($"2026/05/nummer-{i}/index.html")!)];

        Assert.Equal([pages[..16], pages[16..]], PageRefreshMessage.For(pages).Select(m => m.Pages.ToArray()));
    }

    /// <summary>
    /// Each of these pages reads megabytes, which stay in memory until all pages of their message are rendered.
    /// </summary>
    [Fact]
    public void A_message_names_up_to_eight_pages_that_read_much()
    {
        PageKey[] sitemaps = [.. Enumerable.Range(1, 9).Select(m => PageKey.MonthSitemap(new(2026, m)))];

        Assert.Equal(
            [[.. sitemaps[..8], PageKey.Front], [sitemaps[8]]],
            PageRefreshMessage.For([.. sitemaps, PageKey.Front]).Select(m => m.Pages.ToArray()));
    }

    [Fact]
    public void Pages_that_read_much_share_messages_with_ordinary_pages()
    {
        PageKey[] ordinary = [.. Enumerable.Range(1, 8).Select(i => PageKey.Parse($"2026/05/nummer-{i}/index.html")!)];
        PageKey[] large = [.. Enumerable.Range(1, 12).Select(m => PageKey.SearchShard(new(2026, m)))];

        Assert.Equal(
            [[.. large[..8], .. ordinary], [.. large[8..]]],
            PageRefreshMessage.For([.. large[..8], .. ordinary, .. large[8..]]).Select(m => m.Pages.ToArray()));
    }

    [Fact]
    public void Each_copy_of_a_picture_has_a_message_of_its_own()
    {
        PageKey[] pages =
        [
            PageKey.Front,
            PageKey.Parse("bilder/kajen.jpg.01234567.640.webp")!,
            PageKey.Parse("bilder/kajen.jpg.01234567.320.webp")!,
        ];

        Assert.Equal([1, 1, 1], PageRefreshMessage.For(pages).Select(m => m.Pages.Count));
    }
}
