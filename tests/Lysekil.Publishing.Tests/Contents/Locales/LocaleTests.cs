using System.Globalization;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Locales;

public class LocaleTests
{
    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_the_texts_of_Swedish_with_their_placeholders(string language)
    {
        var texts = Locale.Of(language)!.Texts;

        Assert.Equal(
            Locale.Swedish.Texts.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
        Assert.All(texts, text =>
        {
            Assert.NotEqual("", text.Value.Trim());
            Assert.Equal(Placeholders(Locale.Swedish.Texts[text.Key]), Placeholders(text.Value));
        });
    }

    [Theory]
    [InlineData("sv", "5 oktober 2019", "5 oktober 2019 kl. 18.05", "5 okt.", "oktober 2019")]
    [InlineData("en", "5 October 2019", "5 October 2019, 18:05", "5 Oct", "October 2019")]
    [InlineData("nb", "5. oktober 2019", "5. oktober 2019 kl. 18.05", "5. okt.", "oktober 2019")]
    [InlineData("fi", "5. lokakuuta 2019", "5. lokakuuta 2019 klo 18.05", "5.10.", "lokakuu 2019")]
    public void A_date_is_written_as_is_usual_in_the_language(
        string language, string day, string time, string brief, string month)
    {
        var (locale, moment) = (Locale.Of(language)!, new DateTimeOffset(2019, 10, 5, 18, 5, 0, TimeSpan.FromHours(2)));

        Assert.Equal(
            (day, time, brief, month),
            (
                locale.Day(moment), locale.DayAndTime(moment), locale.BriefDay(moment),
                locale.NameOf(new Month(2019, 10))));
        Assert.Equal(day, locale.DayAndTime(moment.AddHours(-18).AddMinutes(-5)));
    }

    [Theory]
    [InlineData("sv-FI", "sv")]
    [InlineData("en-GB", "en")]
    [InlineData("EN", "en")]
    [InlineData("no", "nb")]
    [InlineData("nb-NO", "nb")]
    [InlineData("de", null)]
    [InlineData("", null)]
    [InlineData("svenska", null)]
    public void A_tag_has_the_locale_of_its_language(string tag, string? language) =>
        Assert.Equal(language, Locale.Of(tag)?.Language);

    [Fact]
    public void A_text_with_a_number_is_that_of_one_or_of_several()
    {
        Assert.Equal("1 artikel", Locale.Swedish.Text("articles", ("count", "1")));
        Assert.Equal("0 artiklar", Locale.Swedish.Text("articles", ("count", "0")));
        Assert.Equal("21 articles", Locale.Of("en")!.Text("articles", ("count", "21")));
    }

    [Fact]
    public void What_fills_a_placeholder_is_not_filled_again() =>
        Assert.Equal("{last} och x", Locale.Swedish.Text("names", ("first", "{last}"), ("last", "x")));

    [Fact]
    public void The_machine_s_culture_changes_no_date()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal("1 May 2026, 09:05", Locale.Of("en")!.DayAndTime(Some.Now.AddDays(-3).AddMinutes(-55)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Regex.Matches(text, @"\{\w+\}").Select(m => m.Value).Order(StringComparer.Ordinal);
}
