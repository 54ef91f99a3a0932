using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Tests.Contents.Addresses;

public class ArticleDateTests
{
    [Theory]
    [InlineData("2026-03-24", "2026-03-24T00:00:00+01:00")]
    [InlineData(" 2026-03-24 ", "2026-03-24T00:00:00+01:00")]
    [InlineData("2026-07-01", "2026-07-01T00:00:00+02:00")]
    [InlineData("2026-03-24 18:30", "2026-03-24T18:30:00+01:00")]
    [InlineData("2026-03-24 18.30", "2026-03-24T18:30:00+01:00")]
    [InlineData("2026-03-24T18:30", "2026-03-24T18:30:00+01:00")]
    [InlineData("2026-03-24T18:30:15", "2026-03-24T18:30:15+01:00")]
    [InlineData("2026-03-24 18:30:15", "2026-03-24T18:30:15+01:00")]
    [InlineData("2026-03-24T18:30Z", "2026-03-24T19:30:00+01:00")]
    [InlineData("2026-03-24T18:30:15Z", "2026-03-24T19:30:15+01:00")]
    [InlineData("2026-03-24T18:30:15.123Z", "2026-03-24T19:30:15+01:00")]
    [InlineData("2026-03-24T18:30:15+05:00", "2026-03-24T14:30:15+01:00")]
    [InlineData("2026-03-24 18:30 +01:00", "2026-03-24T18:30:00+01:00")]
    [InlineData("2026-03-24 18:30:00 -05:00", "2026-03-25T00:30:00+01:00")]
    [InlineData("2026-10-31T23:30:00Z", "2026-11-01T00:30:00+01:00")]
    [InlineData("1900-01-01", "1900-01-01T00:00:00+01:00")]
    [InlineData("2199-12-31", "2199-12-31T00:00:00+01:00")]
    public void A_date_is_a_moment_in_the_site_s_time_zone(string text, string moment) =>
        Assert.Equal(moment, Iso(ArticleDate.Parse(text, Some.Stockholm)));

    [Theory]
    [InlineData("2026-03-29 02:30", "2026-03-29T03:30:00+02:00")] // The clock goes from 02:00 to 03:00.
    [InlineData("2026-03-29 01:59", "2026-03-29T01:59:00+01:00")]
    [InlineData("2026-03-29 03:00", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25 02:30", "2026-10-25T02:30:00+01:00")] // It is half past two twice: the later one.
    [InlineData("2026-10-25 01:59", "2026-10-25T01:59:00+02:00")]
    public void A_time_that_summer_time_skips_is_a_moment_too(string text, string moment) =>
        Assert.Equal(moment, Iso(ArticleDate.Parse(text, Some.Stockholm)));

    [Theory]
    [InlineData("")]
    [InlineData("i går")]
    [InlineData("24 mars 2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("2026-3-4")]
    [InlineData("03/24/2026")]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("99999-01-01")]
    [InlineData("2026-03-24 25:00")]
    [InlineData("2026-03-24T18:30+99:00")]
    [InlineData("٢٠٢٦-٠٣-٢٤")]
    [InlineData("-2026-03-24")]
    public void Text_that_is_no_date_gives_null(string text) => Assert.Null(ArticleDate.Parse(text, Some.Stockholm));

    [Theory]
    [InlineData("2019-10-05-hostmote.md", "hostmote.md")]
    [InlineData("2019-10-05 hostmote.md", "hostmote.md")]
    [InlineData("2019-10-05_hostmote.md", "hostmote.md")]
    [InlineData("2019-10-05.md", "md")]
    [InlineData("2019-10-05 Under kvällen", "Under kvällen")]
    [InlineData("2019-10-05: Under kvällen", "Under kvällen")]
    [InlineData("2019-10-05", "")]
    [InlineData("2019-10-5-hostmote", "hostmote")]
    [InlineData("2019_10_05 hostmote", "hostmote")]
    [InlineData("2019.10.05 hostmote", "hostmote")]
    [InlineData("20191005-hostmote", "hostmote")]
    [InlineData("20191005", "")]
    public void A_name_may_open_with_a_date(string text, string rest)
    {
        var start = ArticleDate.ParseStart(text, Some.Stockholm)!.Value;

        Assert.Equal(("2019-10-05T00:00:00+02:00", rest), (Iso(start.Date), start.Text));
    }

    [Theory]
    [InlineData("2019-10-055")]
    [InlineData("2019-13-05 x")]
    [InlineData("x 2019-10-05")]
    [InlineData("201910-05")]
    [InlineData("2019-10_05")]
    [InlineData("2019-10-123")]
    [InlineData("201910055")]
    [InlineData("12345678")]
    [InlineData("2019-10")]
    [InlineData("191005")]
    [InlineData("5-10-2019")]
    [InlineData("")]
    public void A_name_that_does_not_open_with_a_date_gives_null(string text) =>
        Assert.Null(ArticleDate.ParseStart(text, Some.Stockholm));

    [Fact]
    public void A_first_and_a_last_day_is_a_moment_in_every_time_zone()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            Assert.NotNull(ArticleDate.Parse("1900-01-01", zone));
            Assert.NotNull(ArticleDate.Parse("2199-12-31 23:59", zone));
        }
    }

    private static string? Iso(DateTimeOffset? moment) =>
        moment?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
