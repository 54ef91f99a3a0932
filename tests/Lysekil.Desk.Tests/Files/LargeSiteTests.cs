using System.Diagnostics;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Tests.Files;

/// <summary>The list of a site with ten thousand files.</summary>
public sealed class LargeSiteTests
{
    private const int Files = 10_000;
    private const int MostBytes = 60_000;

    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task The_first_page_is_quick_and_small_and_its_calls_are_those_of_a_small_site()
    {
        await using var small = await DeskSite.StartAsync();
        await using var large = await DeskSite.StartAsync();
        await FillAsync(small, 60);
        await FillAsync(large, Files);
        await small.As(DeskRole.Reader).GetAsync("/desk/");
        var quickest = TimeSpan.MaxValue;
        DeskAnswer? answer = null;
        for (var i = 0; i < 5; i++)
        {
            large.Calls.Clear();
            var began = Stopwatch.GetTimestamp();
            answer = await large.As(DeskRole.Reader).GetAsync("/desk/");
            quickest = new[] { quickest, Stopwatch.GetElapsedTime(began) }.Min();
        }

        Assert.Equal(50, answer!.Page.QuerySelectorAll(".files li").Length);
        Assert.InRange(answer.Body.Length, 1, MostBytes);
        Assert.Equal(small.Calls.Calls, large.Calls.Calls);
        Assert.Equal(10, large.Calls.Calls.Count); // Seven lists, failures, outbox entries and shared topics.
        Assert.InRange(quickest, TimeSpan.Zero, MostTime);
    }

    [Fact]
    public async Task An_open_page_asks_at_no_higher_cost_than_the_page_itself()
    {
        await using var site = await DeskSite.StartAsync();
        await FillAsync(site, Files);
        var page = await site.As(DeskRole.Reader).PageAsync("/desk/");
        var live = page.QuerySelector("[data-live]")!.GetAttribute("data-live")!;
        site.Calls.Clear();

        await site.As(DeskRole.Reader).GetAsync(live);

        Assert.Equal(9, site.Calls.Calls.Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_file_twice()
    {
        await using var site = await DeskSite.StartAsync();
        await FillAsync(site, 120);
        var (seen, next) = (new List<string>(), "/desk/");
        while (next is not null)
        {
            var page = await site.As(DeskRole.Reader).PageAsync(next);
            seen.AddRange(page.QuerySelectorAll(".files .path").Select(p => p.TextContent));
            next = page.QuerySelectorAll(".paging a").FirstOrDefault(a => a.TextContent == "Fler filer")?
                .GetAttribute("href");
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_search_for_what_is_not_there_looks_at_a_bounded_part_and_offers_to_go_on()
    {
        await using var site = await DeskSite.StartAsync();
        await FillAsync(site, Files);
        site.Calls.Clear();

        var page = await site.As(DeskRole.Reader).PageAsync("/desk/?sok=finns-inte");

        Assert.Empty(page.QuerySelectorAll(".files li"));
        Assert.StartsWith("/desk/?sok=finns-inte&efter=", page.QuerySelector(".paging a")!.GetAttribute("href"));
        Assert.Equal(2 + (5 * 8), site.Calls.Calls.Count);
    }

    /// <summary>Publishes one article, and copies its place in the list under other names.</summary>
    private static async Task FillAsync(DeskSite site, int files)
    {
        await site.UploadAsync("artiklar/2026/0000.md", Some.Article("Kajen byggs om, och det tar ännu ett år"));
        var table = site.Site.Storage.Index;
        var listed = table.Rows.Single(row => row.Key.StartsWith(IndexKeys.Listed, StringComparison.Ordinal));
        foreach (var numbers in Enumerable.Range(1, files - 1).Chunk(ITable.MostChanges))
        {
            await table.CommitAsync([.. numbers.Select(number => Copy(listed, number))], default);
        }

        site.Calls.Clear();
    }

    private static RowChange.Insert Copy(Row listed, int number)
    {
        var path = FormattableString.Invariant($"artiklar/2026/{number:0000}.md");
        var columns = listed.Columns.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        columns["path"] = path;
        var order = listed.Key[..(listed.Key.LastIndexOf(':') + 1)];
        return new RowChange.Insert(order + IndexKeys.Encode(path), columns);
    }
}
