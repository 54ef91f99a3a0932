using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Publishing.Tests.Messaging;

public class PageRefreshMessageTests
{
    private static readonly int[] _years = [2024, 2025, 2026];

    [Fact]
    public void Sixteen_pages_have_a_message()
    {
        PageKey[] pages = [.. Enumerable.Range(1, 20).Select(i => PageKey.Parse($"2026/05/nummer-{i}/index.html")!)];

        Assert.Equal([pages[..16], pages[16..]], PageRefreshMessage.For(pages).Select(m => m.Pages.ToArray()));
    }

    /// <summary>What each asks for is megabytes, and kept until all pages of its message are rendered.</summary>
    [Fact]
    public void Few_of_those_that_ask_for_much_are_together()
    {
        PageKey[] pages = [.. _years.SelectMany(y => new[] { PageKey.YearSitemap(y), PageKey.SearchShard(new(y, 5)), PageKey.Month(new(y, 5)) })];

        Assert.Equal(
            [
                "sitemap-2024.xml sok/2024-05.json nyhetsarkiv/2024/05/index.html sitemap-2025.xml sok/2025-05.json "
                    + "nyhetsarkiv/2025/05/index.html sok/2026-05.json nyhetsarkiv/2026/05/index.html",
                "sitemap-2026.xml",
            ],
            PageRefreshMessage.For(pages).Select(m => string.Join(' ', m.Pages)));
    }

    [Fact]
    public void Each_message_has_room_for_some_of_them()
    {
        PageKey[] ordinary = [.. Enumerable.Range(1, 8).Select(i => PageKey.Parse($"2026/05/nummer-{i}/index.html")!)];
        PageKey[] large = [.. Enumerable.Range(1, 12).Select(m => PageKey.SearchShard(new(2026, m)))];

        Assert.Equal(
            [[.. large[..8], .. ordinary], [.. large[8..]]],
            PageRefreshMessage.For([.. large[..8], .. ordinary, .. large[8..]]).Select(m => m.Pages.ToArray()));
    }

    [Fact]
    public void Each_copy_of_a_picture_is_by_itself()
    {
        PageKey[] pages = [PageKey.Front, PageKey.Parse("bilder/kajen.jpg.01234567.640.webp")!, PageKey.Parse("bilder/kajen.jpg.01234567.320.webp")!];

        Assert.Equal([1, 1, 1], PageRefreshMessage.For(pages).Select(m => m.Pages.Count));
    }
}
