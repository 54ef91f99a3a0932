using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

public class NeighbourTests
{
    [Fact]
    public async Task Articles_of_one_day_are_a_chain_of_neighbours()
    {
        var site = new SimulatedSite(TimeProvider.System);
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            site.Upload($"artiklar/2024-03-01-{name}.md", $"# {name}\n\nText.\n");
        }

        await site.SettleAsync();

        var next = site.Pages.Where(p => p.Key.StartsWith("2024/", StringComparison.Ordinal))
            .Select(p => (
                Page: "/" + p.Key[..^"index.html".Length],
                Next: Link(p.Value, "next"),
                Previous: Link(p.Value, "prev")))
            .ToList();
        Assert.Equal(4, next.Count);
        Assert.Single(next, p => p.Next is null);
        Assert.Single(next, p => p.Previous is null);
        Assert.All(
            next.Where(p => p.Next is not null),
            p => Assert.Equal(p.Page, next.Single(n => n.Page == p.Next).Previous));
    }

    private static string? Link(string html, string relation)
    {
        var end = html.IndexOf($"\" rel=\"{relation}\"", StringComparison.Ordinal);
        return end < 0 ? null : html[(html.LastIndexOf('"', end - 1) + 1)..end];
    }
}
