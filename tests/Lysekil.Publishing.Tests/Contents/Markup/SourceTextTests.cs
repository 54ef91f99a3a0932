using System.Text;
using Lysekil.Publishing.Contents.Markup;

namespace Lysekil.Publishing.Tests.Contents.Markup;

public class SourceTextTests
{
    private const string Swedish = "Åsa: ”Kajen – år för år” • é\n";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Swedish) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Swedish)] },
        { "UTF-16 LE with a mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Swedish)] },
        {
            "UTF-16 BE with a mark",
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Swedish)]
        },
        { "UTF-16 LE", Encoding.Unicode.GetBytes(Swedish) },
        { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Swedish) },
        {
            "Windows-1252",
            [
                0xC5, .. "sa: "u8, 0x94, .. "Kajen "u8, 0x96, .. " "u8, 0xE5, .. "r f"u8, 0xF6, .. "r "u8, 0xE5,
                .. "r"u8, 0x94, .. " "u8, 0x95, .. " "u8, 0xE9, .. "\n"u8,
            ]
        },
        {
            "UTF-8 with Windows' line ends",
            Encoding.UTF8.GetBytes(Swedish.Replace("\n", "\r\n", StringComparison.Ordinal))
        },
        { "UTF-8 with the old Macintosh's line ends", Encoding.UTF8.GetBytes(Swedish.Replace('\n', '\r')) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_read_in_every_encoding_that_editors_have(string encoding, byte[] bytes)
    {
        var (text, refusal) = SourceText.Decode(bytes);

        Assert.Null(refusal);
        Assert.True(text == Swedish, $"{encoding}: {text}");
    }

    /// <summary>
    /// 0x81, 0x8D, 0x8F, 0x90 and 0x9D are undefined in Windows-1252; the WHATWG Encoding Standard (index windows-1252)
    /// gives them the control characters of the same number, and all from 0xA0 on the Latin-1 character of the same
    /// number.
    /// </summary>
    [Fact]
    public void Each_byte_of_Windows_1252_is_read_as_the_Encoding_Standard_says()
    {
        byte[] bytes = [.. Enumerable.Range(0x80, 0x80).Select(b => (byte)b)];

        var (text, _) = SourceText.Decode(bytes);

        const string From80To9F =
            "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
        Assert.Equal(From80To9F + string.Concat(Enumerable.Range(0xA0, 0x60).Select(c => (char)c)), text);
    }

    [Theory]
    [InlineData("a\nb\0c", 2)]
    [InlineData("\u0001", 1)]
    [InlineData("a\n\n\n\u0008", 4)]
    public void A_file_with_control_characters_is_no_text_and_its_line_is_named(string text, int line)
    {
        var (_, refusal) = SourceText.Decode(Encoding.UTF8.GetBytes(text));

        Assert.Equal(("encoding", (int?)line), (refusal!.Code, refusal.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\n")]
    public void An_empty_file_is_refused_as_empty(string text) =>
        Assert.Equal("empty", SourceText.Decode(Encoding.UTF8.GetBytes(text)).Refusal!.Code);

    [Fact]
    public void A_picture_under_a_text_s_name_is_refused() =>
        Assert.Equal(
            "encoding",
            SourceText.Decode([0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46, 0x49, 0x46, 0x00, 0x01]).Refusal!.Code);

    [Fact]
    public void A_file_of_the_largest_size_is_read_and_a_larger_one_refused()
    {
        var most = Enumerable.Repeat((byte)'a', SourceText.MostBytes).ToArray();

        Assert.NotNull(SourceText.Decode(most).Text);
        Assert.Equal("size", SourceText.Decode([.. most, (byte)'a']).Refusal!.Code);
    }

    [Fact]
    public void Any_bytes_give_a_text_or_a_refusal()
    {
        var random = new Random(4);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);

            var (text, refusal) = SourceText.Decode(bytes);

            Assert.True(text is null != refusal is null);
            Assert.DoesNotContain('\r', text ?? "");
        }
    }
}
