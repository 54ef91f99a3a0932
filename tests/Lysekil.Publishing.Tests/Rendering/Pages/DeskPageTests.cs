using AngleSharp.Html.Parser;
using Lysekil.Publishing.Tests.Golden;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

public class DeskPageTests
{
    [Fact]
    public async Task It_tells_what_is_refused_and_why_what_is_to_come_and_what_went_live_last()
    {
        var sections = new HtmlParser().ParseDocument((await GoldenSite.GetAsync()).Desk).QuerySelectorAll("main section").ToList();

        Assert.Equal(["Kan inte publiceras", "Publicerat, men värt att se över", "Publiceras senare", "Senast publicerat"], sections.Select(s => s.QuerySelector("h2")!.TextContent));
        Assert.Equal("artiklar/2026-05-02-trasig.md", sections[0].QuerySelector("code")!.TextContent);
        Assert.StartsWith("Rad 3: Inställningen date har ett värde som inte går att använda: ”i går”. Skriv datumet som", sections[0].QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("artiklar/2026-05-03-varning.md", sections[1].QuerySelector("code")!.TextContent);
        Assert.StartsWith("1 juni 2026 Det som kommer", sections[2].QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("4 maj 2026 kl. 11.00 En länk för lite", sections[3].QuerySelector("li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_private() => Assert.DoesNotContain((await GoldenSite.GetAsync()).Pages, p => p.Value.Contains("trasig", StringComparison.Ordinal));
}
