using Lysekil.Publishing.Contents.Articles;

namespace Lysekil.Publishing.Tests.Contents.Articles;

public class SearchTextTests
{
    [Fact]
    public void It_is_what_readers_read_without_the_marks() => Assert.Equal(
        "Siffror Nämnd Mkr Skola 412 Ett citat. Ett, två och en länk. Kajen en kväll",
        Of("Ingressen.\n\n## Siffror\n\n| Nämnd | Mkr |\n|---|--:|\n| Skola | 412 |\n\n> Ett *citat*.\n\n- Ett, <b>två</b>\n  och [en länk](/om/).\n\n![Kajen en kväll](/bilder/kajen.jpg)\n"));

    [Fact]
    public void A_lead_that_the_text_does_not_begin_with_takes_nothing_from_it() =>
        Assert.Equal("Ett stycke om saken.", Of(Some.Reading(Some.ArticleWith("lead: Kort."))));

    [Fact]
    public void After_a_first_paragraph_too_long_for_a_lead_it_goes_on_where_the_lead_ends()
    {
        var reading = Some.Reading(Some.Article("Kajen", string.Concat(Enumerable.Range(0, 200).Select(i => $"ord{i} "))));
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
        var text = Of("Ingressen.\n\n" + string.Join(' ', words.Take(500)) + "\n\n" + string.Join(' ', words.Skip(500))).Split(SearchText.Break)[0];

        Assert.InRange(text.Length, SearchText.MostCharacters - 40, SearchText.MostCharacters);
        Assert.Equal(words.Take(text.Split(' ').Length), text.Split(' '));
    }

    [Fact]
    public void Of_a_word_without_an_end_nothing_is_kept() => Assert.Equal("", Of("Ingressen.\n\n" + new string('x', 7_000)));

    [Fact]
    public void What_follows_is_the_words_that_are_new_each_once()
    {
        var words = Enumerable.Range(0, 1_000).Select(i => $"ord{i}").ToList();
        var lines = Of($"Ingressen.\n\n{string.Join(' ', words)}\n\nORD1 *nytt* 2026-års nytt Nytt å ord2 ingressen\n").Split(SearchText.Break);

        Assert.Equal([string.Join(' ', words[^50..]) + " nytt 2026 års"], lines.Skip(1).Select(l => l[l.IndexOf("ord950", StringComparison.Ordinal)..]));
        Assert.All(lines[0].Split(' '), w => Assert.DoesNotContain(w, lines[1].Split(' ')));
    }

    [Fact]
    public void Of_these_too_there_is_an_end()
    {
        var rest = Of("Ingressen.\n\n" + string.Join("\n\n", Enumerable.Range(0, 20_000).Select(i => $"ord{i}"))).Split(SearchText.Break)[1];

        Assert.InRange(rest.Length, SearchText.MostCharactersOfRest - 40, SearchText.MostCharactersOfRest);
    }

    private static string Of(string body) => Of(Some.Reading("# Rubriken\n\n" + body));

    private static string Of(ManuscriptReading reading) => SearchText.Of(reading.Text!, reading.Manuscript!.Lead);
}
