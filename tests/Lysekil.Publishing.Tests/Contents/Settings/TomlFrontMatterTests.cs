using System.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class TomlFrontMatterTests
{
    [Fact]
    public void Settings_end_where_the_text_begins()
    {
        var (frontMatter, body, bodyLine, refusal) = FrontMatter.Split(
            "+++\ntitle = \"Rubrik\"\n\ntags = [\"a\", 'b']\n+++\n\nText\n");

        Assert.Null(refusal);
        Assert.Equal("Rubrik", frontMatter.Find("title")!.Value);
        Assert.Equal(["a", "b"], frontMatter.Find("Tags")!.Values);
        Assert.Equal(4, frontMatter.Find("tags")!.Line);
        Assert.Equal(("\nText\n", 6), (body, bodyLine));
    }

    [Theory]
    [InlineData("x = \"Kajen: en historia # 1\"", "Kajen: en historia # 1")]
    [InlineData("x = 'C:\\ny'", "C:\\ny")]
    [InlineData("x = \"\"\"\ntvå\nrader\"\"\"", "två\nrader")]
    [InlineData("\"x\" = \"\\u00e5\"", "å")]
    [InlineData("x = 2030", "2030")]
    [InlineData("x = 1.5", "1.5")]
    [InlineData("x = true", "true")]
    [InlineData("x = false # kommentar", "false")]
    [InlineData("x = 2026-03-10", "2026-03-10")]
    [InlineData("x = 2026-03-10T18:30:00", "2026-03-10T18:30:00")]
    [InlineData("x = 2026-03-10 18:30:00", "2026-03-10T18:30:00")]
    [InlineData("x = 2026-03-10T18:30:00+01:00", "2026-03-10T18:30:00+01:00")]
    [InlineData("x = 2026-03-10T18:30:00Z", "2026-03-10T18:30:00Z")]
    public void Values_are_text(string toml, string value)
    {
        var (settings, refusal) = TomlFrontMatter.Parse(toml, 2);

        Assert.Null(refusal);
        Assert.Equal(value, settings.Find("x")!.Value);
    }

    [Theory]
    [InlineData("[x]\na = 1\nb = [\"c\", \"d\"]", "a=1@3 b=c@4 b=d@4")]
    [InlineData("[x.a]\nb = 1\n[y]\nc = 2\n[x.d]\ne = 3", "a.b=1@3 d.e=3@7")]
    [InlineData("x.a = 1\nx.b.c = 2", "a=1@2 b.c=2@3")]
    [InlineData("x = { a = 1, b = { c = 2 } }", "a=1@2 b.c=2@2")]
    [InlineData("[[x]]\na = 1\nb.c = 2\n[[x]]\na = 3\nb.c = 4", "b.c=2@4 b.c=4@7")]
    [InlineData("x = [[1, 2], 3]", "=1@2 =2@2")]
    public void Nested_values_have_a_path_and_a_line(string toml, string nested)
    {
        var (settings, refusal) = TomlFrontMatter.Parse(toml, 2);

        Assert.Null(refusal);
        var entry = settings.Entries.First(e => e.Key == "x").Value;
        Assert.Equal(nested, string.Join(' ', entry.Nested.Select(n => $"{n.Path}={n.Value}@{n.Line}")));
    }

    [Fact]
    public void An_array_of_tables_is_a_list_of_mappings()
    {
        var entry = TomlFrontMatter.Parse("[[x]]\nname = \"A\"\n[[x]]\nname = \"B\"", 2).FrontMatter.Entries.Single();

        Assert.Equal(["A", "B"], entry.Value.Items.Select(i => i["name"]));
    }

    [Theory]
    [InlineData("+++\ntitle = \"x\"\n\nText\n", 1, "avslutas aldrig")]
    [InlineData("+++\ntitle = x\n+++\n", 2, "TOML-felet")]
    [InlineData("+++\ndraft = true\ntitle: Kajen\n+++\n", 3, "kolon")]
    [InlineData("+++\ntitle = \"Kajen\n+++\n", 2, "TOML-felet")]
    [InlineData("+++\nlead = \"y\"\ntitle = \"Kajen\" lever\n+++\n", 3, "TOML-felet")]
    [InlineData("+++\ndate = 2026-02-30\n+++\n", 2, "TOML-felet")]
    [InlineData("+++\nbara text\n+++\n", 2, "TOML-felet")]
    [InlineData("+++\ntitle = \"x\"\nlead = \"y\"\ntitle = \"z\"\n+++\n", 4, "två gånger")]
    [InlineData("+++\ntitle = \"x\"\nTitle = \"z\"\n+++\n", 3, "två gånger")]
    [InlineData("+++\ntitle = \"x\"\n[title]\na = 1\n+++\n", 3, "två gånger")]
    [InlineData("+++\n[extra]\na = 1\na = 2\n+++\n", 4, "två gånger")]
    public void Malformed_settings_are_refused_with_their_line(string text, int line, string said)
    {
        var refusal = FrontMatter.Split(text).Refusal!;

        Assert.Equal("front-matter", refusal.Code);
        Assert.InRange(refusal.Line!.Value, line, line + 1); // A parser sees some mistakes on the line after.
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Remedy);
    }

    [Fact]
    public void An_open_list_is_refused_where_the_text_ends() =>
        Assert.InRange(
            FrontMatter.Split("+++\nlead = \"y\"\ntags = [\"a\",\n+++\n").Refusal!.Line!.Value, 3, 4);

    [Theory]
    [InlineData("[")]
    [InlineData("[{a=")]
    [InlineData("{a=")]
    [InlineData("{a.b.c=")]
    public void Deep_nesting_is_refused_quickly(string opening) =>
        AssertRefusedQuickly("a = " + string.Concat(Enumerable.Repeat(opening, 40_000)));

    [Theory]
    [InlineData("a", ".a", " = 1")]
    [InlineData("[a", ".a", "]")]
    [InlineData("[[a", ".a", "]]")]
    [InlineData("a = [", "1, ", "]")]
    [InlineData("[a]\n", "b1.c = 1\n", "")]
    [InlineData("a = \"", "x", "")]
    [InlineData("a = \"\"\"", "\\", "")]
    [InlineData("", "= ", "")]
    [InlineData("", "]", "")]
    public void Excessive_settings_are_refused_quickly(string opening, string repeated, string closing) =>
        AssertRefusedQuickly(opening + string.Concat(Enumerable.Repeat(repeated, 60_000)) + closing);

    /// <summary>Any text gives settings or a refusal.</summary>
    [Fact]
    public void No_text_throws()
    {
        string[] parts =
        [
            "title = ", "\"A\"", "'b'", "\"\"\"", "'''", "[x]", "[[x]]", "[", "]", "{", "}", "\n", "=", ".", ",", "a",
            "1", "0x", "1e", "-", "+", "_", "inf", "nan", "true", "2026-03-04", "T", "18:30", ":00", "Z", "#", "\\",
            "\\u12", "\t", "å", "\uFFFD", "x.y = ",
        ];
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var toml = string.Concat(random.GetItems(parts, random.Next(1, 12)));

            var (settings, refusal) = TomlFrontMatter.Parse(toml, firstLine: 2);

            Assert.True(refusal is null ? settings.Entries.All(e => e.Value.Line >= 2) : refusal.Line >= 2, toml);
        }
    }

    private static void AssertRefusedQuickly(string toml)
    {
        var watch = Stopwatch.StartNew();

        var refusal = FrontMatter.Split($"+++\n{toml}\n+++\nText.\n").Refusal;

        Assert.Equal("front-matter", refusal?.Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
    }
}
