using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Locales;

namespace Lysekil.Publishing.Tests.Contents.Articles;

public class SearchTextTests
{
    [Fact]
    public void It_is_the_text_without_Markdown() => Assert.Equal(
        "Siffror Nämnd Mkr Skola 412 Ett citat. Ett, två och en länk. Kajen en kväll",
        Of("Ingressen.\n\n## Siffror\n\n| Nämnd | Mkr |\n|---|--:|\n| Skola | 412 |\n\n> Ett *citat*.\n\n- Ett, "
            + "<b>två</b>\n  och [en länk](/om/).\n\n![Kajen en kväll](/bilder/kajen.jpg)\n"));

    [Fact]
    public void A_lead_that_the_text_does_not_begin_with_removes_nothing() =>
        Assert.Equal("Ett stycke om saken.", Of(Some.Reading(Some.ArticleWith("lead: Kort."))));

    [Fact]
    public void It_goes_on_where_a_shortened_lead_ends()
    {
        var reading = Some.Reading(
            Some.Article("Kajen", string.Concat(Enumerable.Range(0, 200).Select(i => $"ord{i} "))));
        var lead = reading.Manuscript!.Lead;

        Assert.EndsWith("…", lead, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"ord{i}").Concat(["Och", "ett", "till."]),
            $"{lead.TrimEnd('…')} {Of(reading)}".Split(' '));
    }

    [Fact]
    public void It_ends_with_a_whole_word_before_it_gets_too_long()
    {
        var words = Enumerable.Range(0, 2_000).Select(i => $"ord{i}").ToList();
        var text = Of("Ingressen.\n\n" + string.Join(' ', words.Take(500)) + "\n\n" + string.Join(' ', words.Skip(500)))
            .Split(SearchText.Break)[0];

        Assert.InRange(text.Length, SearchText.MostCharacters - 40, SearchText.MostCharacters);
        Assert.Equal(words.Take(text.Split(' ').Length), text.Split(' '));
    }

    [Fact]
    public void A_word_longer_than_the_line_is_left_out() =>
        Assert.Equal("", Of("Ingressen.\n\n" + new string('x', 7_000)));

    [Fact]
    public void The_second_line_has_each_further_word_once()
    {
        var words = Enumerable.Range(0, 1_000).Select(i => $"ord{i}").ToList();
        var lines =
            Of($"Ingressen.\n\n{string.Join(' ', words)}\n\nORD1 *nytt* 2026-års nytt Nytt å ord2 ingressen\n")
                .Split(SearchText.Break);

        Assert.Equal(
            [string.Join(' ', words[^50..]) + " nytt 2026 års"],
            lines.Skip(1).Select(l => l[l.IndexOf("ord950", StringComparison.Ordinal)..]));
        Assert.All(lines[0].Split(' '), w => Assert.DoesNotContain(w, lines[1].Split(' ')));
    }

    [Fact]
    public void The_second_line_has_a_length_limit_too()
    {
        var rest = Of("Ingressen.\n\n" + string.Join("\n\n", Enumerable.Range(0, 20_000).Select(i => $"ord{i}")))
            .Split(SearchText.Break)[1];

        Assert.InRange(rest.Length, SearchText.MostCharactersOfRest - 40, SearchText.MostCharactersOfRest);
    }

    private static string Of(string body) => Of(Some.Reading("# Rubriken\n\n" + body));

    private static string Of(ManuscriptReading reading) =>
        SearchText.Of(reading.Text!, reading.Manuscript!.Lead, Locale.Swedish);
}
