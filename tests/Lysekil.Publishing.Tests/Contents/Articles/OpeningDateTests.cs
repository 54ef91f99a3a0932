using Lysekil.Publishing.Contents.Articles;

namespace Lysekil.Publishing.Tests.Contents.Articles;

public class OpeningDateTests
{
    [Theory]
    [InlineData("2019-10-05\n\nText.", "\n\nText.")]
    [InlineData("2019-10-05", "")]
    [InlineData("2019-10-05: \nText.", "\nText.")]
    [InlineData("2019-10-05  klockan 18", "klockan 18")]
    [InlineData("2019-10-05\tklockan 18", "klockan 18")]
    [InlineData("2019-10-05 Under kvällen hände det.", "Under kvällen hände det.")]
    [InlineData("2019-10-05: Under kvällen hände det!", "Under kvällen hände det!")]
    [InlineData("2019-10-05 – Under kvällen hände det …", "Under kvällen hände det …")]
    [InlineData("2019-10-05 ”Nej”, sade hon, ”aldrig.”", "”Nej”, sade hon, ”aldrig.”")]
    [InlineData("2019-10-05 **Lysekil** växer.\nMen långsamt", "**Lysekil** växer.\nMen långsamt")]
    [InlineData("2019-10-05 Under kvällen\nhände det.\n\nMer", "Under kvällen\nhände det.\n\nMer")]
    public void A_date_that_stands_apart_leaves_the_text(string text, string rest)
    {
        var opening = OpeningDate.In(text)!;

        Assert.Equal((new DateOnly(2019, 10, 5), rest, 0), (opening.Day, opening.Rest, opening.Lines));
    }

    [Theory]
    [InlineData("2026-12-15 klockan 18 samlas fullmäktige i kommunhuset.")]
    [InlineData("2026-04-28 justerades protokollet.")]
    [InlineData("2026-05-12 Fullmäktige\n\n2026-06-12 Nämnden")]
    [InlineData("2026-05-12 Fullmäktige sammanträder kl. 18")]
    [InlineData("2026-05-12–2026-05-14 pågår mässan.")]
    [InlineData("2026-05-12 18.30 Mötet öppnas.")]
    [InlineData("2026-02-30 Under kvällen hände det.")]
    [InlineData("2026-05-123 Under kvällen hände det.")]
    [InlineData("Under kvällen 2026-05-12 hände det.")]
    [InlineData("")]
    [InlineData("\n \n")]
    public void Any_other_date_stays(string text) => Assert.Null(OpeningDate.In(text));

    [Fact]
    public void Empty_lines_before_the_date_are_counted() =>
        Assert.Equal(2, OpeningDate.In("\n\n2019-10-05 Under kvällen hände det.")!.Lines);
}
