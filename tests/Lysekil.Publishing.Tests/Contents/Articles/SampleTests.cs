using AngleSharp.Html.Parser;

namespace Lysekil.Publishing.Tests.Contents.Articles;

/// <summary>The article that started this project, as it was copied from the old site.</summary>
public class SampleTests
{
    [Fact]
    public void The_sample_publishes_well_as_it_is()
    {
        var reading = Some.Reading(Some.Fixture("valkyriorna.txt"), "artiklar/valkyriorna.md");
        var manuscript = reading.Manuscript!;
        var html = new HtmlParser().ParseDocument(reading.Text!.ToHtml());

        Assert.Empty(reading.Diagnostics);
        Assert.Equal("Kvinnliga nätverket Valkyriorna har haft sitt första höstmöte", manuscript.Title);
        Assert.Equal(new DateTimeOffset(2019, 10, 5, 0, 0, 0, TimeSpan.FromHours(2)), manuscript.Date);
        Assert.Equal("/2019/10/valkyriorna/", manuscript.Page.Url);
        Assert.StartsWith("Under onsdagskvällen hade ”Valkyriorna”, nätverket", manuscript.Lead, StringComparison.Ordinal);
        Assert.Equal(5, html.QuerySelectorAll("ul > li").Length);
        Assert.Equal("Lysekil – ledande inom maritima näringar (www.lysekil.se)", html.QuerySelector("li:last-child")!.TextContent.Trim());
        Assert.Equal(["Fem olika målsättningar", "Delegerat ansvar"], html.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.DoesNotContain(html.QuerySelectorAll("p"), p => p.TextContent.Contains("Fem olika målsättningar\n", StringComparison.Ordinal));
    }
}
