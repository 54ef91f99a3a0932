using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class ContentHashTests
{
    [Fact]
    public void It_is_SHA_256_in_lower_case() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.Of("abc"u8).Value);

    [Fact]
    public void Lines_have_the_hash_of_their_text_in_UTF_8()
    {
        Assert.Equal(ContentHash.Of("\nÅsa 🌊\n\n"u8), ContentHash.OfLines("", "Åsa 🌊", "", ""));
        Assert.Equal(ContentHash.Of(""u8), ContentHash.OfLines(""));
    }

    [Fact]
    public async Task A_stream_of_which_a_part_was_read_has_the_hash_of_the_whole()
    {
        using var rest = new MemoryStream("c"u8.ToArray());

        Assert.Equal(ContentHash.Of("abc"u8), await ContentHash.OfAsync("ab"u8.ToArray(), rest, default));
    }
}
