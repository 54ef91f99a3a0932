using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Tests.Contents.Articles;

public class ManuscriptDiagnosticsTests
{
    public static TheoryData<string, string, int?> Refusals => new()
    {
        { "---\ntitle: x\n", "front-matter", 1 },
        { "----\ntitle: x\n----\nText", "title", null },
        { "---\ntitle: x\n\tlead: y\n---\nText", "front-matter", 3 },
        { "---\ntitle: x\ndate: i går\n---\nText", "value", 3 },
        { "---\ntitle: x\nupdated: 2026-02-30\n---\nText", "value", 3 },
        { "---\ntitle: x\n\ndraft: kanske\n---\nText", "draft", 4 },
        { "---\ntitle: x\nslug: 🌊\n---\nText", "value", 3 },
        { "---\ntitle: x\nlang: svenska språket\n---\nText", "value", 3 },
        { "---\ntitle: x\ntags: [🌊]\n---\nText", "value", 3 },
        { "---\ntitle: x\ntags: [a1,a2,a3,a4,a5,a6,a7,a8,a9]\n---\nText", "topics", 3 },
        { "---\ntitle: x\naliases: [gammal.html]\n---\nText", "value", 3 },
        { "---\ntitle: x\naliases: [https://exempel.se/gammal]\n---\nText", "value", 3 },
        { "---\ntitle: x\naliases: [\"?p=12\"]\n---\nText", "value", 3 },
        { "---\ntitle: x\nredirect_from: gammal\n---\nText", "value", 3 },
        { "---\ntitle: x\naliases: [/rss.xml]\n---\nText", "value", 3 },
        { "---\ntitle: x\naliases: [/nyhetsarkiv/2019/]\n---\nText", "value", 3 },
        { "---\ntitle: x\naliases: [/a/1, /a/2, /a/3, /a/4, /a/5, /a/6, /a/7]\n---\nText", "aliases", 3 },
        { "---\ntitle: x\nimage: javascript:alert(1)\n---\nText", "value", 3 },
        { "---\nlead: x\n---\n", "title", null },
        { "---\nlead: x\n---\n***\n", "title", null },
        { "# " + new string('x', 201) + "\n", "title", 1 },
        { "---\nlead: x\ntitle: " + new string('x', 201) + "\n---\n", "title", 3 },
        { "", "empty", null },
        { "a\n\0", "encoding", 2 },
        { "---\ntitle: x\nauthor: " + new string('x', 201) + "\n---\nText", "value", 3 },
        { "---\ntitle: x\nimage_alt: " + new string('x', 501) + "\n---\nText", "value", 3 },
        { "---\ntitle: x\nimage: https://x.se/" + new string('x', 1_000) + "\n---\nText", "value", 3 },
        { "---\ntitle: x\nimage: https://\n---\nText", "value", 3 },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_file_that_cannot_be_published_is_refused_with_line_and_remedy(string text, string code, int? line)
    {
        var reading = Some.Reading(text);

        Assert.Null(reading.Manuscript);
        var refusal = reading.Diagnostics.First(r => r.Severity == Severity.Refusal);
        Assert.Equal((code, line), (refusal.Code, refusal.Line));
        Assert.NotEmpty(refusal.Message);
        Assert.NotEmpty(refusal.Remedy);
    }

    [Theory]
    [InlineData("artiklar/2019-10-05-🌊.md", "slug")]
    [InlineData("artiklar/2019-10-05-日本.md", "slug")]
    [InlineData("sidor/nyhetsarkiv.md", "url-reserved")]
    [InlineData("sidor/sok.md", "url-reserved")]
    [InlineData("sidor/bilder/x.md", "url-reserved")]
    public void A_name_that_gives_no_address_is_refused(string path, string code) =>
        Assert.Equal(code, Assert.Single(Some.Reading("# Rubriken\n", path).Diagnostics).Code);

    [Theory]
    [InlineData("artiklar/2026-13-45-kajen.md", "2026-13-45")]
    [InlineData("artiklar/kajen/0000-01-01.md", "0000-01-01")]
    [InlineData("artiklar/20261345-kajen.md", "20261345")]
    [InlineData("artiklar/260307-kajen.md", "260307")]
    [InlineData("artiklar/26-03-07-kajen.md", "26-03-07")]
    [InlineData("artiklar/7.3.2026 kajen.md", "7.3.2026")]
    [InlineData("artiklar/2026-2-30-kajen/index.md", "2026-2-30")]
    public void A_name_that_looks_like_a_date_and_is_none_gives_a_warning(string path, string date)
    {
        var warning = Assert.Single(Some.Reading("# Rubriken\n", path).Diagnostics);

        Assert.Equal(("name-date", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Contains(date, warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artiklar/2026-12-24-kajen.md")]
    [InlineData("artiklar/2026-3-4-kajen.md")]
    [InlineData("artiklar/20260305-kajen.md")]
    [InlineData("artiklar/2026_03_06 kajen.md")]
    [InlineData("artiklar/2026.03.08 kajen.md")]
    [InlineData("artiklar/2026-03-04-kajen/index.md")]
    [InlineData("artiklar/100-kajen.md")]
    [InlineData("artiklar/2026-03-kajen.md")]
    [InlineData("artiklar/123456-kajen.md")]
    [InlineData("sidor/2026-13-45.md")]
    public void Other_names_give_no_warning(string path) =>
        Assert.Empty(Some.Reading("# Rubriken\n", path).Diagnostics);

    public static TheoryData<string, string, int> Warnings => new()
    {
        { "---\nfarg: x\n---\n# Rubriken\n", "unknown-key", 2 },
        { "----\nlead: x\n----\n# Rubriken\n", "front-matter", 1 },
        { "\n—\nlead: x\n—\n# Rubriken\n", "front-matter", 2 },
        { "# Rubriken\n\n![](/bilder/x.jpg)\n", "alt", 3 },
        { "---\nlead: x\nimage: /bilder/x.jpg\n---\n# Rubriken\n", "alt", 3 },
        { "# Rubriken\n\n![Kaj](https://annan.example/x.jpg)\n", "picture-elsewhere", 3 },
        { "# Rubriken\n\n![Kaj](//annan.example/x.jpg)\n", "picture-elsewhere", 3 },
        { "# Rubriken\n\nText <img src=\"http://annan.example/x.jpg\" alt=\"Kaj\">.\n", "picture-elsewhere", 3 },
        {
            "---\nlead: x\nimage: https://annan.example/x.jpg\nimage_alt: Kaj\n---\n# Rubriken\n",
            "picture-elsewhere",
            3
        },
        { "# Rubriken\n\nText\noch [länk](javascript:x).\n", "link", 4 },
        { "---\nlead: x\n---\n\n\n# Rubriken\n\nText [länk](javascript:x).\n", "link", 8 },
        { "# Rubriken\n\nText [länk](annan.md#del).\n", "link", 3 },
        { "# Rubriken\n\nText <script>x</script>\n", "html", 3 },
        { "Ingress.\n\n# Rubriken\n\nText [länk](javascript:x).\n", "link", 5 },
        { "# Rubriken\n\n\n2019-10-05 Text\noch [länk](javascript:x).\n", "link", 5 },
        { "# Rubriken\n\n2019-10-05\n\nText [länk](javascript:x).\n", "link", 5 },
        { "Rubriken\n\nMål:\n• ett\n• två\nText [länk](javascript:x).\n", "link", 6 },
        { "Rubriken\n\nMål:\n• ett [länk](javascript:x)\n", "link", 4 },
    };

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_warning_has_the_file_s_line_and_the_file_is_published(string text, string code, int line)
    {
        var reading = Some.Reading(text, "artiklar/x.md");

        Assert.NotNull(reading.Manuscript);
        var warning = Assert.Single(reading.Diagnostics);
        Assert.Equal((code, (int?)line, Severity.Warning), (warning.Code, warning.Line, warning.Severity));
    }

    /// <summary>One warning a host says it all. Links and pictures of the site itself give none.</summary>
    [Fact]
    public void Each_other_host_of_which_pictures_are_shown_is_named_once()
    {
        const string Text =
            """
            # Rubriken

            ![A](https://en.example/a.jpg)

            ![B](https://EN.example/b.jpg) ![C](/bilder/c.jpg) [D](https://tre.example/d.jpg)

            <p><img src="https://en.example/e.jpg" alt="E"> <img src="https://två.example/f.jpg" alt="F"></p>
            """;

        var warnings = Some.Reading(Text).Diagnostics;

        Assert.Equal(
            [("picture-elsewhere", 3), ("picture-elsewhere", 7)], warnings.Select(w => (w.Code, w.Line!.Value)));
        Assert.Contains("en.example", warnings[0].Message, StringComparison.Ordinal);
        Assert.Contains("två.example", warnings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_topics_with_one_address_give_a_warning_that_names_both()
    {
        var warning = Assert.Single(
            Some.Reading("---\ntags: [Län, Lån, län, C++, C#]\n---\n# Rubriken\n\nText.\n").Diagnostics);

        Assert.Equal(("topics", (int?)2, Severity.Warning), (warning.Code, warning.Line, warning.Severity));
        Assert.Contains("Län och Lån", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_named_with_those_that_are_known()
    {
        var warning = Assert.Single(Some.Reading(Some.ArticleWith("farg: x")).Diagnostics);

        Assert.Contains("farg", warning.Message, StringComparison.Ordinal);
        Assert.Contains("title, date, updated, lead, author, tags", warning.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("—\nHej: du\n—\n# Rubriken\n")]
    [InlineData("—\nlead: x\n\n# Rubriken\n")]
    public void Dashes_without_settings_between_them_give_no_warning(string text) =>
        Assert.Empty(Some.Reading(text).Diagnostics);

    [Theory]
    [InlineData("headline", "Skriv title i stället.")]
    [InlineData("Headline", "Skriv title i stället.")]
    [InlineData("rubirk", "Skriv title i stället.")]
    [InlineData("tittle", "Skriv title i stället.")]
    [InlineData("dtae", "Skriv date i stället.")]
    [InlineData("keywords", "Skriv tags i stället.")]
    [InlineData("image_atl", "Skriv image_alt i stället.")]
    [InlineData("färg", "Rätta stavningen")]
    [InlineData("dated-on", "Rätta stavningen")]
    public void A_warning_of_an_unknown_key_names_the_key_that_was_likely_meant(string key, string remedy) =>
        Assert.StartsWith(
            remedy,
            Assert.Single(Some.Reading(Some.ArticleWith($"{key}: x")).Diagnostics).Remedy,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("`![Kajen](den nya kajen.jpg)`")]
    [InlineData("    ![Kajen](den nya kajen.jpg)")]
    [InlineData("![Kajen](<den nya kajen.jpg>)")]
    [InlineData("![Kajen](kajen.jpg \"Den nya kajen.jpg\")")]
    [InlineData("Se [1](och not 2.)")]
    public void A_space_that_breaks_no_link_gives_no_warning(string text) =>
        Assert.Empty(Some.Reading($"# Rubriken\n\nText\n\n{text}\n").Diagnostics);

    [Theory]
    [InlineData("[länk](annan.md)", "säger inte vilken adress")]
    [InlineData("[länk](annan.md?x)", "säger inte vilken adress")]
    [InlineData("[länk](2026-03-24-annan.doc)", "inte av en tillåten typ")]
    [InlineData("[länk](javascript:annan.md)", "inte av en tillåten typ")]
    public void A_warning_tells_why_a_link_cannot_be_followed(string link, string reason) =>
        Assert.Contains(
            reason,
            Assert.Single(Some.Reading($"# Rubriken\n\n{link}\n").Diagnostics).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Any_file_is_read_or_refused()
    {
        string[] pieces =
        [
            "---\n", "title: ", "date: ", "tags: [", "]", "2019-10-05 ", "# ", "## ", "•  ", "- ", "> ",
            "+++\n", "...\n", "rubrik = ", "[extra]\n", "bild: ", "  alt: ", "2099-10-05\n", "#",
            "| a | b |\n|--|-:|\n", "\n", "\n\n",
            "Text", "![x](y.jpg)", "[a]: b", "<div>", "</p>", "&#0;", "&amp;", "\t", "```\n", "***", "”", "\u000B",
            "[^1]", "[^1]: not",
            "\"", "'", "http://x.se", "www.x.se", "{{ x }}", "🌊", "\uFFFF", "~~", ":", "&",
            "*", "!x ", "? ", "{", "}",
            "%",
        ];
        var random = new Random(11);
        for (var i = 0; i < 1_500; i++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));

            var reading = Some.Reading(Encoding.UTF8.GetBytes(text), random.Next(2) == 0 ? null : "sidor/x.md");

            Assert.Equal(reading.Manuscript is null, reading.Diagnostics.Any(r => r.Severity == Severity.Refusal));
            Assert.All(reading.Diagnostics, r => Assert.InRange(r.Line ?? 1, 1, 1 + text.Count(c => c == '\n')));
            reading.Text?.ToHtml();
        }
    }
}
