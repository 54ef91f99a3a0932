using System.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class FrontMatterTests
{
    [Fact]
    public void Settings_end_where_the_text_begins()
    {
        var (frontMatter, body, bodyLine, refusal) = FrontMatter.Split(
            "---\ntitle: Rubrik\ntags: [a, b]\n---\n\nText\n");

        Assert.Null(refusal);
        Assert.Equal("Rubrik", frontMatter.Find("title")!.Value);
        Assert.Equal(["a", "b"], frontMatter.Find("tags")!.Values);
        Assert.Equal(3, frontMatter.Find("tags")!.Line);
        Assert.Equal(("\nText\n", 5), (body, bodyLine));
    }

    [Theory]
    [InlineData("# Rubrik\n\nText\n")]
    [InlineData("Text\n---\nx: y\n---\n")]
    [InlineData("----\nX: y\n----\n")]
    [InlineData("----\nx: y\n")]
    [InlineData("--- x\ny: z\n---\n")]
    public void A_file_without_settings_is_all_text(string text)
    {
        var (frontMatter, body, bodyLine, refusal) = FrontMatter.Split(text);

        Assert.Null(refusal);
        Assert.Empty(frontMatter.Entries);
        Assert.Equal((text, 1), (body, bodyLine));
    }

    [Theory]
    [InlineData("---\n---\nText", "Text", 3)]
    [InlineData("---\n\n---\nText", "Text", 4)]
    [InlineData("---\n# bara en kommentar\n---\nText", "Text", 4)]
    [InlineData("--- \n---\t\nText", "Text", 3)]
    [InlineData("---\n---", "", 3)]
    public void Empty_front_matter_has_no_settings(string text, string body, int bodyLine)
    {
        var split = FrontMatter.Split(text);

        Assert.Null(split.Refusal);
        Assert.Empty(split.FrontMatter.Entries);
        Assert.Equal((body, bodyLine), (split.Body, split.BodyLine));
    }

    [Fact]
    public void Settings_may_end_with_the_file()
    {
        var (frontMatter, body, _, refusal) = FrontMatter.Split("---\ntitle: Rubrik\n---");

        Assert.Null(refusal);
        Assert.Equal(("Rubrik", ""), (frontMatter.Find("title")!.Value, body));
    }

    [Theory]
    [InlineData("unclosed", "---\ntitle: x\n\nText\n", 1)]
    [InlineData("unclosed at once", "---", 1)]
    [InlineData("a tab", "---\ntitle: x\n\tlead: y\n---\n", 3)]
    [InlineData("a list at top", "---\n- a\n- b\n---\n", 2)]
    [InlineData("a number", "---\n42\n---\n", 2)]
    [InlineData("a sentence", "---\nbara text\n---\n", 2)]
    [InlineData("a duplicate key", "---\ntitle: x\nlead: y\ntitle: z\n---\n", 4)]
    [InlineData("a duplicate key in other letters", "---\ntitle: x\nTitle: z\n---\n", 3)]
    [InlineData("an alias", "---\na: &a x\nb: *a\n---\n", 3)]
    [InlineData("an alias bomb", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n", 3)]
    [InlineData("a colon in a value", "---\nlead: y\ntitle: Kajen: en historia\n---\n", 3)]
    [InlineData("an open quote", "---\ntitle: \"x\nlead: y\n---\n", 2)]
    [InlineData("an open bracket", "---\nlead: y\ntags: [a, b\n---\n", 3)]
    [InlineData(
        "an open bracket before another setting", "---\ntitle: A\ntags: [Hamnen, Budget\ndate: 2026-03-24\n---\n", 3)]
    [InlineData("a list that goes on at the margin", "---\ntags: [Hamnen,\nBudget]\n---\n", 2)]
    [InlineData("an empty tag", "---\nlead: y\ntags: !<> x\n---\n", 3)]
    [InlineData("a tag that is no address", "---\nlead: y\ntags: !!]x\n---\n", 3)]
    [InlineData("a document's end before more", "---\n...\nlead: y\n---\n", 3)]
    [InlineData("a key that is a list", "---\nlead: y\n? [a]\n: b\n---\n", 3)]
    public void Malformed_settings_are_refused_with_their_line(string what, string text, int line)
    {
        var refusal = FrontMatter.Split(text).Refusal;

        Assert.True(refusal is not null, what);
        Assert.Equal("front-matter", refusal.Code);
        Assert.Equal((what, line), (what, refusal.Line));
        Assert.NotEmpty(refusal.Remedy);
    }

    [Theory]
    [InlineData("cover:\n  image: /x.jpg\n  alt: Kajen", "image=/x.jpg@3 alt=Kajen@4")]
    [InlineData("cover: {a: {b: c}, d: [e, {f: g}]}", "a.b=c@2 d=e@2 d.f=g@2")]
    [InlineData("cover:\n  - [x, y]", "=x@3 =y@3")]
    [InlineData("cover:\n  - name: Eva\n    links:\n      - url: /eva/", "links.url=/eva/@5")]
    [InlineData("cover: {}", "")]
    public void Nested_values_have_a_path_and_a_line(string yaml, string nested)
    {
        var (_, entry) = FrontMatter.Parse(yaml, 2).FrontMatter.Entries.Single();

        Assert.Equal(nested, string.Join(' ', entry.Nested.Select(n => $"{n.Path}={n.Value}@{n.Line}")));
    }

    [Theory]
    [InlineData("title: x\n...\ndraft: true\n", 4)]
    [InlineData("title: x\n--- \ndraft: true\n", 3)]
    [InlineData("title: x\n...\nText: [\n", 4)]
    [InlineData("title: x\n...\n", null)]
    [InlineData("title: x\n# slut\n", null)]
    public void Text_after_the_settings_within_the_fences_has_its_line(string yaml, int? line)
    {
        var (settings, refusal) = FrontMatter.Parse(yaml, 2);

        Assert.Null(refusal);
        Assert.Equal("x", settings.Find("title")!.Value);
        Assert.Equal(line, settings.UnreadLine);
    }

    /// <summary>Any text gives settings or a refusal.</summary>
    [Fact]
    public void No_text_throws()
    {
        string[] parts =
        [
            "title: A", "tags: [a, b", "]", "}", "{", "\n", "\n  ", "- ", "? ", ": ", "!", "!<> ", "!!]x", "&a ", "*a",
            "...", "---", "|\n", ">", "\"", "'", "%", "@", "#", ",", "\t", "å",
        ];
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var yaml = string.Concat(random.GetItems(parts, random.Next(1, 12)));

            var (settings, refusal) = FrontMatter.Parse(yaml, firstLine: 2);

            Assert.True(refusal is null ? settings.Entries.All(e => e.Value.Line >= 2) : refusal.Line >= 2, yaml);
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: [")]
    [InlineData("!!x ")]
    public void Deep_nesting_is_refused_quickly(string opening)
    {
        var text = "---\na: " + string.Concat(Enumerable.Repeat(opening, 50_000)) + "\n---\n";
        var watch = Stopwatch.StartNew();

        Assert.NotNull(FrontMatter.Split(text).Refusal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("title: null")]
    [InlineData("title: ~")]
    [InlineData("title:")]
    [InlineData("title: \"\"")]
    [InlineData("title: []")]
    [InlineData("lead: x")]
    public void An_empty_setting_is_not_found(string yaml) =>
        Assert.Null(FrontMatter.Parse(yaml, 1).FrontMatter.Find("title"));

    [Theory]
    [InlineData("title: \"Kajen: en historia\"", "Kajen: en historia")]
    [InlineData("title: 'It''s'", "It's")]
    [InlineData("title: 2030", "2030")]
    [InlineData("title: true", "true")]
    [InlineData("title: \"null\"", "null")]
    [InlineData("TITLE: x", "x")]
    [InlineData("title: |\n  två\n  rader", "två\nrader")]
    [InlineData("title: >\n  två\n  rader", "två rader")]
    public void Values_are_text(string yaml, string value) =>
        Assert.Equal(value, FrontMatter.Parse(yaml, 1).FrontMatter.Find("title")!.Value);
}
