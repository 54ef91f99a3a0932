using System.Globalization;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The steps of the first hour in <c>infra/README.md</c>, as far as they need no Azure.</summary>
public sealed class FirstHourTests
{
    private const string Page = "2026/05/prov/index.html";

    private static readonly string Section = Repository.Read("infra/README.md").Split("\n### The first hour\n")[1]
        .Split("\nAfterwards:")[0];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task An_article_is_written_broken_and_taken_away()
    {
        var site = new SimulatedSite(_clock);
        await site.Engine.Rebuilder.StartAsync(default);
        var today = _clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var path = Named("artiklar/<today>-prov.md").Replace("<today>", today, StringComparison.Ordinal);

        site.Upload(path, Named("# Prov") + "\n");
        await site.SettleAsync();
        var live = site.Pages[Page];
        Assert.Equal(Named("state: published"), "state: " + Tags(site, path)["state"]);
        Assert.Equal("/2026/05/prov/", Tags(site, path)["url"]);

        _clock.Advance(TimeSpan.FromMinutes(1));
        site.Upload(path, $"---\n{Named("date: i går")}\n---\n# Prov\n");
        await site.SettleAsync();
        Assert.Equal(live, site.Pages[Page]);
        Assert.Equal(Named("refused"), Tags(site, path)["state"]);
        Assert.NotEmpty(Tags(site, path)["reason"]);
        Assert.Contains(path, site.Told, StringComparison.Ordinal);
        Assert.Contains("i går", site.Told, StringComparison.Ordinal);

        site.Delete(path);
        await site.SettleAsync();
        Assert.DoesNotContain(Page, site.Pages.Keys);
        Assert.DoesNotContain(site.Pages, page => page.Value.Contains("/2026/05/prov/", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_hook_is_said_to_print_it_prints()
    {
        var hook = Repository.Read("infra/hooks/postprovision.sh");

        Assert.Contains(Named("Not allowed yet, or not reached; trying again"), hook, StringComparison.Ordinal);
        Assert.Contains(
            Named("The sample site is uploaded. A minute after the first azd deploy it is live"), hook,
            StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> Tags(SimulatedSite site, string path) =>
        site.Storage.Content.Blobs[path].Tags;

    /// <summary>A text that the section quotes, possibly on two lines.</summary>
    private static string Named(string text)
    {
        Assert.Contains(
            $"`{text}`", string.Join(' ', Section.Split('\n').Select(line => line.Trim())), StringComparison.Ordinal);
        return text;
    }
}
