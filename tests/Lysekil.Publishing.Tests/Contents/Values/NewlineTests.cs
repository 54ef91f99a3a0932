using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class NewlineTests
{
    [Fact]
    public void Line_ends_of_all_systems_are_unified() =>
        Assert.Equal("a\nb\nc\n\nd", Newline.Unify("a\r\nb\rc\n\rd"));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 4)]
    [InlineData(4, 4)]
    public void A_line_ends_at_its_newline_or_with_the_text(int position, int end) =>
        Assert.Equal(end, Newline.After("a\nbc", position));
}
