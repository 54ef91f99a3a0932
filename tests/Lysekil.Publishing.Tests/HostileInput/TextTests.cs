using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>Files that are no text, or too large.</summary>
[Collection(HostileInputCollection.Name)]
public class TextTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";

    private readonly HostileSite _site = new();

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_refused(string text) => _site.Refused(Path, text, "empty");

    [Fact]
    public void Fifty_megabytes_of_text_are_refused()
    {
        var text = new byte[50_000_000];
        text.AsSpan().Fill((byte)'a');

        Assert.Contains("50,0 MB", _site.Refused(Path, text, "size").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_largest_size_is_published()
    {
        var text = new StringBuilder("# Rubrik\n\n");
        while (text.Length < SourceText.MostBytes - 100)
        {
            text.Append("En vanlig mening om *kajen* och [hamnen](/hamnen/) i staden. ").Append(
                text.Length % 1_000 < 64 ? "\n\n" : "");
        }

        Assert.Contains("En vanlig mening", _site.Published(Path, text.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_NUL_bytes_is_refused() =>
        Assert.Equal(3, _site.Refused(Path, "# Rubrik\n\nText\0text.\n", "encoding").Line);

    [Fact]
    public void A_file_of_NUL_bytes_is_refused() => _site.Refused(Path, new byte[100_000], "encoding");

    /// <summary>
    /// It is read as what it would be in the old Windows encoding: an editor sees at a glance what is wrong.
    /// </summary>
    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF8, 0x88, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xFF, 0xFF })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    public void Broken_UTF_8_is_published(byte[] broken) =>
        Assert.Contains(
            "Text",
            _site.Published(Path, [.. "# Rubrik\n\nText "u8, .. broken, .. " slut.\n"u8]),
            StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_of_UTF_16_is_published() =>
        Assert.Contains(
            "Text",
            _site.Published(Path, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("# Rubrik\n\nText "), 0x00, 0xD8, 0x2E]),
            StringComparison.Ordinal);

    [Fact]
    public void A_picture_under_a_text_s_name_is_refused() =>
        _site.Refused(Path, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8], "encoding");

    [Fact]
    public void One_very_long_line_is_bounded() => Assert.Contains(
        "<h1>Kajen</h1>", _site.Published(Path, new string('a', SourceText.MostBytes)), StringComparison.Ordinal);

    [Fact]
    public void A_title_of_two_thousand_characters_is_refused() => Assert.Contains(
        "2000",
        _site.Refused(Path, $"# {new string('a', 2_000)}\n\nText.\n", "title").Message,
        StringComparison.Ordinal);

    /// <summary>Any combination of Markdown and settings gives a manuscript or a refusal.</summary>
    [Fact]
    public void No_text_throws()
    {
        string[] parts =
        [
            "# ", "## ", "Kajen", "2019-10-05 ", "\n", "\n\n", "- ", "1. ", "> ", "    ", "|", "|-|-|", "[", "](", ")",
            "![", "](x.jpg \"T\")", "<b>", "</b>", "<!--", "-->",
            "`", "```", "*", "**", "_", "~~", "&amp;", "&#0;", "[^1]", "[^1]: ", "[a]: /b", "https://youtu.be/x",
            "<https://x.se>", "\\", "{.x}", "---\n", "title: A\n", "tags: [", "date: 2019\n",
            "\uFEFF", "\u200B", "\r\n", "\u2028", "é", "e\u0301", "😀", ":::", "$$", "==", "\"", "'", "--", "...",
        ];
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(random.GetItems(parts, random.Next(1, 16)));

            var reading = Some.Reading(text);

            Assert.True(
                reading.Manuscript is not null || reading.Diagnostics.Any(r => r.Severity == Severity.Refusal), text);
            Assert.NotNull(reading.Text?.ToHtml(new Uri("https://x.example/a/")) ?? "");
        }
    }
}
