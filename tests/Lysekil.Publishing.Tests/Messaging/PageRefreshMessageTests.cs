using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Publishing.Tests.Messaging;

public class PageRefreshMessageTests
{
    private static readonly int[] Years = [2024, 2025, 2026];

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
        PageKey[] pages =
        [
            .. Years.SelectMany(y => new[]
            {
                PageKey.YearSitemap(y), PageKey.SearchShard(new(y, 5)), PageKey.Month(new(y, 5)),
            }),
        ];

        Assert.Equal(
            [
                "sitemap-2024.xml sok/2024-05.json nyhetsarkiv/2024/05/index.html sitemap-2025.xml sok/2025-05.json "
                    + "nyhetsarkiv/2025/05/index.html sok/2026-05.json nyhetsarkiv/2026/05/index.html",
                "sitemap-2026.xml",
            ],
            PageRefreshMessage.For(pages).Select(m => string.Join(' ', m.Pages)));
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
