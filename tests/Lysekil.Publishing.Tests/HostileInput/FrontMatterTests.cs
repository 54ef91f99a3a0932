using System.Globalization;
using System.Text;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>Front matter that is malformed or excessive.</summary>
[Collection(HostileInputCollection.Name)]
public class FrontMatterTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";

    private readonly HostileSite _site = new();

    [Fact]
    public void An_alias_bomb_is_refused()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [")
                .AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 9))
                .Append("]\n");
        }

        Assert.Contains(
            "hänvisningar med *",
            _site.Refused(Path, $"---\n{yaml}---\n# Rubrik\n", "front-matter").Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- en\n- lista")]
    [InlineData("42")]
    [InlineData("bara en mening")]
    [InlineData("title: \"öppet citat")]
    [InlineData("? [a]\n: b")]
    public void YAML_that_is_no_mapping_is_refused(string yaml) =>
        Assert.NotNull(_site.Refused(Path, $"---\n{yaml}\n---\n# Rubrik\n", "front-matter").Line);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void YAML_nested_ten_thousand_times_is_refused(string opening) =>
        _site.Refused(Path, $"---\na: {Repeated.Text(opening, 10_000)}\n---\n# Rubrik\n", "front-matter");

    [Theory]
    [InlineData("[")]
    [InlineData("{a=")]
    [InlineData("a.")]
    public void TOML_nested_ten_thousand_times_is_refused(string opening) =>
        _site.Refused(Path, $"+++\na = {Repeated.Text(opening, 10_000)}1\n+++\n# Rubrik\n", "front-matter");

    [Fact]
    public void Twenty_thousand_unknown_settings_in_TOML()
    {
        var toml = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            toml.Append(CultureInfo.InvariantCulture, $"okand{i} = 'x'\n");
        }

        Assert.Contains("Rubrik", _site.Published(Path, $"+++\n{toml}+++\n# Rubrik\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_thousand_topics_in_one_value_are_refused()
    {
        var topics = string.Join(",", Enumerable.Range(0, 60_000).Select(i => $"t{i}"));

        _site.Refused(Path, $"---\ntags: {topics}\n---\n# Rubrik\n", "topics");
    }

    [Fact]
    public void A_list_of_a_hundred_thousand_values_is_refused() =>
        _site.Refused(Path, $"---\ntags: [{Repeated.Text("a, ", 100_000)}a]\n---\n# Rubrik\n", "front-matter");

    [Fact]
    public void Twenty_thousand_unknown_settings()
    {
        var yaml = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"okand{i}: x\n");
        }

        Assert.Contains("Rubrik", _site.Published(Path, $"---\n{yaml}---\n# Rubrik\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("99999-01-01")]
    [InlineData("2026-13-45")]
    [InlineData("2026-02-29")]
    [InlineData("-2026-01-01")]
    [InlineData("1e400")]
    [InlineData(".inf")]
    public void A_date_that_is_none_is_refused(string date)
    {
        var refusal = _site.Refused(Path, $"---\ndate: {date}\n---\n# Rubrik\n", "value");

        Assert.Equal(2, refusal.Line);
        Assert.Contains("2026-03-24", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_topics_are_refused()
    {
        var topics = string.Join(", ", Enumerable.Range(0, 1_000).Select(i => $"Ämne {i}"));

        Assert.Contains(
            "gränsen är 8",
            _site.Refused(Path, $"---\ntags: [{topics}]\n---\n# Rubrik\n", "topics").Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_of_two_thousand_characters_is_refused() => Assert.Contains(
        "2000",
        _site.Refused(Path, $"---\ntitle: {new string('a', 2_000)}\n---\nText.\n", "title").Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("lead")]
    [InlineData("author")]
    [InlineData("image_alt")]
    [InlineData("slug")]
    [InlineData("lang")]
    [InlineData("image")]
    [InlineData("draft")]
    public void A_value_of_half_a_megabyte(string key) =>
        Assert.NotEmpty(
            _site.Upload(Path, $"---\n{key}: {new string('a', 499_000)}\n---\n# Rubrik\n\nText.\n").Path.Value);

    [Fact]
    public void Settings_that_never_end_are_refused() =>
        _site.Refused(Path, $"---\n{Repeated.Text("a: b\n", 90_000)}", "front-matter");
}
