using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Tests.Index;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>
/// Cards with a picture (P) and without (t), newest first; then as they are arranged: in [brackets] two that share a
/// slot, in (parentheses) one with a row of its own. The digit is the article's age.
/// </summary>
public class FrontArrangementTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("t", "t0")]
    [InlineData("Pt", "P0 (t1)")]
    [InlineData("Ptt", "P0 [t1 t2]")]
    [InlineData("PtPt", "P0 [t1 t3] P2")]
    [InlineData("tPPPt", "t0 P1 P2 P3 (t4)")]
    [InlineData("PtPP", "P0 (t1) P2 P3")]
    [InlineData("PPPPPt", "P0 P1 P2 P3 (t5) P4")]
    public void Two_texts_are_as_high_as_a_picture_and_a_last_text_has_its_own_row(string newest, string expected) =>
        Assert.Equal(expected, Arranged(newest));

    [Theory]
    [InlineData("PPttPPtt", "P0 P1 [t2 t3] [t6 t7] P4 P5")]
    [InlineData("PPPttPtt", "P0 P1 P2 P5 [t3 t4] [t6 t7]")]
    [InlineData("PPttttttP", "P0 P1 [t2 t3] P8 [t4 t5] [t6 t7]")]
    [InlineData("PttPPPP", "P0 [t1 t2] P3 P4 P5 P6")]
    public void A_last_row_of_two_is_of_one_kind(string newest, string expected) =>
        Assert.Equal(expected, Arranged(newest));

    [Fact]
    public void Each_article_is_shown_once_and_the_newest_leads()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var newest = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => "Pt"[random.Next(2)]));
            var shown = FrontArrangement.Of(Articles(newest)).Select(a => a.Article.Title).ToList();

            Assert.Equal(Articles(newest)[0].Title, shown[0]);
            Assert.Equal(Articles(newest).Select(a => a.Title).Order(), shown.Order());
        }
    }

    private static string Arranged(string newest) =>
        string.Join(' ', FrontArrangement.Of(Articles(newest)).Select(a => a.Place switch
        {
            CardPlace.FirstOfPair => "[" + a.Article.Title,
            CardPlace.LastOfPair => a.Article.Title + "]",
            CardPlace.Alone => $"({a.Article.Title})",
            _ => a.Article.Title,
        }));

    private static List<PublishedItem> Articles(string newest)
    {
        var item = new RandomRows(new Random(1)).PublishedItem(new SourcePath("artiklar/x.md"));
        return newest.Select((kind, i) => item with
        {
            Title = $"{kind}{i}",
            Image = kind == 'P' ? "https://exempel.se/x.jpg" : null,
        }).ToList();
    }
}
