using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

public class SwedishTests
{
    [Theory]
    [InlineData("2019-10-05T00:00:00+02:00", "5 oktober 2019", "5 oktober 2019", "5 okt.")]
    [InlineData("2019-10-05T18:30:00+02:00", "5 oktober 2019", "5 oktober 2019 kl. 18.30", "5 okt.")]
    [InlineData("2026-05-01T00:00:30+02:00", "1 maj 2026", "1 maj 2026", "1 maj")]
    [InlineData("2026-01-31T23:59:00+01:00", "31 januari 2026", "31 januari 2026 kl. 23.59", "31 jan.")]
    [InlineData("2026-06-06T09:05:00+02:00", "6 juni 2026", "6 juni 2026 kl. 09.05", "6 juni")]
    public void A_date_is_written_as_Swedes_do(string moment, string text, string withTime, string brief)
    {
        var date = new ShownDate(
            DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), Locale.Swedish);

        Assert.Equal((moment, text, withTime, brief), (date.Iso, date.Text, date.WithTime, date.Brief));
    }

    [Fact]
    public void Words_are_in_the_order_of_the_Swedish_alphabet() => Assert.Equal(
        [
            "", "2030", "abborre", "Ada", "idé", "idéer", "Müller", "näringsliv", "Skola", "skola",
            "Skolval", "ugn", "väg", "Zoo", "Åhus", "Älgar", "Ö", "öl",
        ],
        new[]
        {
            "öl", "Zoo", "skola", "Ö", "Skola", "abborre", "Åhus", "näringsliv", "Älgar", "2030", "väg",
            "ugn", "Skolval", "", "idéer", "idé", "Müller", "Ada",
        }
            .Order(Locale.Swedish.Order));

    [Fact]
    public void It_is_a_total_order()
    {
        var random = new Random(9);
        var words = Enumerable.Range(0, 60)
            .Select(_ => string.Concat(
                Enumerable.Range(0, random.Next(4)).Select(_ => "aAåÄö eéÉz-ıIß"[random.Next(14)])))
            .ToList();

        foreach (var (a, b, c) in from a in words from b in words from c in words.Take(10) select (a, b, c))
        {
            Assert.Equal(Math.Sign(Compare(a, b)), -Math.Sign(Compare(b, a)));
            Assert.True(Compare(a, b) > 0 || Compare(b, c) > 0 || Compare(a, c) <= 0, $"{a} {b} {c}");
            Assert.Equal(a == b, Compare(a, b) == 0);
        }
    }

    private static int Compare(string a, string b) => Locale.Swedish.Order.Compare(a, b);
}
