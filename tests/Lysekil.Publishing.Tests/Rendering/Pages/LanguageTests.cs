using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Rendering.Search;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

public class LanguageTests
{
    /// <summary>Frequent words of a language, beside those of its locale.</summary>
    private static readonly Dictionary<string, string> Frequent = new(StringComparer.Ordinal)
    {
        ["sv"] = "och att det som är av för med den inte ett har sida sidor läs visa alla här från skriv bild",
        ["en"] = "the and of to in is on for with page pages by read show all here from write picture",
        ["nb"] = "og å det som er av for med den ikke et har side sider les vis alle her fra skriv bilde",
        ["fi"] = "ja se että on ei ovat sivu sivut lue näytä kaikki tässä kirjoita kuva",
    };

    public static TheoryData<string> Languages => [.. Locale.All.Select(l => l.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_page_of_a_site_has_a_word_of_another_language(string language)
    {
        var texts = await LanguageSite.TextsAsync(language);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "index.html", "2026/04/zyx/index.html", "zyx/index.html", "zyx/gg/index.html", "nyhetsarkiv/index.html",
                "nyhetsarkiv/2026/index.html", "nyhetsarkiv/2026/04/index.html", "amnen/index.html",
                "amnen/zax/index.html", "amnen/zax/2026/index.html", "sok/index.html", "404.html", "rss.xml",
                "amnen/zax/rss.xml", "av/zyx-qq/index.html", "av/zyx-qq/rss.xml", "empty/index.html",
                "empty/nyhetsarkiv/index.html", "empty/amnen/index.html", "divided/nyhetsarkiv/2026/04/index.html",
                "divided/nyhetsarkiv/2026/04/03/index.html", "divided/amnen/zax/2026/index.html",
                "divided/amnen/zax/2026/04/index.html",
            },
            texts.Keys.ToHashSet(StringComparer.Ordinal));
        var own = WordsOf(language);
        foreach (var other in Locale.All.Where(l => l.Language != language))
        {
            var foreign = WordsOf(other.Language).Except(own).ToHashSet(StringComparer.Ordinal);
            Assert.All(texts, t => Assert.DoesNotContain(LanguageSite.Words(t.Value), foreign.Contains));
        }
    }

    /// <summary>A text that no page shows would be translated for nothing.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Each_text_of_a_language_is_read_on_some_page(string language)
    {
        var all = string.Join('\n', (await LanguageSite.TextsAsync(language)).Values);

        var texts = Locale.Of(language)!.Texts.Where(t => !Data(t.Key))
            .SelectMany(t => Regex.Split(t.Value, @"\{\w+\}"), (text, part) => (text.Key, Part: part.Trim()));
        Assert.All(texts, t => Assert.True(all.Contains(t.Part, StringComparison.Ordinal), $"{t.Key}: {t.Part}"));
    }

    [Fact]
    public async Task A_text_of_another_language_than_the_site_s_has_the_words_of_its_own()
    {
        var site = new SimulatedSite(Some.Clock());
        const string Text = "> [!warning]\n> Zyx.\n\nhttps://vimeo.com/1";
        site.Upload("artiklar/2026-05-01-ett.md", Some.ArticleWith("lang: en-GB", "Zyx", Text));
        site.Upload("artiklar/2026-05-02-tva.md", Some.ArticleWith("lang: de", "Zyx", Text));
        await site.SettleAsync();

        var (english, german) = (site.Pages["2026/05/ett/index.html"], site.Pages["2026/05/tva/index.html"]);
        Assert.Contains("<strong>Warning</strong>", english, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\">Watch the video on Vimeo</a>", english, StringComparison.Ordinal);
        Assert.Contains("<span>Publicerad:", english, StringComparison.Ordinal);
        Assert.Contains("<strong>Varning</strong>", german, StringComparison.Ordinal);
        Assert.Contains("lang=\"sv\">Se filmen på Vimeo</a>", german, StringComparison.Ordinal);
    }

    [Fact]
    public void The_search_script_has_no_words_of_its_own() => Assert.All(
        Locale.Swedish.Texts.Where(t => t.Key.StartsWith("search.", StringComparison.Ordinal)),
        t => Assert.DoesNotContain($"\"{t.Value}\"", ScriptText, StringComparison.Ordinal));

    private static string ScriptText
    {
        get
        {
            using var reader = new StreamReader(
                typeof(SearchScript).Assembly.GetManifestResourceStream("search.mjs")!);
            return reader.ReadToEnd();
        }
    }

    private static HashSet<string> WordsOf(string language) =>
    [
        .. LanguageSite.Words(string.Join(
            ' ', Locale.Of(language)!.Texts.Where(t => !IsAlphabet(t.Key)).Select(t => t.Value))),
        .. LanguageSite.Words(Frequent[language]),
    ];

    private static bool IsAlphabet(string key) => key.StartsWith("alphabet", StringComparison.Ordinal);

    /// <summary>Whether the text is no word, or is only shown by sites without a title or in some months.</summary>
    private static bool Data(string key) =>
        IsAlphabet(key)
        || key is "locale" or "site"
        || key.StartsWith("quote.", StringComparison.Ordinal)
        || Regex.IsMatch(key, @"^month\.\d");
}
