using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Tests.Contents.Writing;

public class MarkdownTableTests
{
    [Theory]
    [InlineData("## Rubrik", "Rubrik")]
    [InlineData("> Citat", "Citat")]
    [InlineData("#Lysekil", "#Lysekil")]
    [InlineData("#1", "#1")]
    [InlineData("Gatan 1\\\nLysekil", "Gatan 1<br>Lysekil")]
    [InlineData("- a\n- b", "• a<br>• b")]
    public void A_block_is_a_line_of_the_cell_with_all_its_words(string block, string cell) =>
        Assert.Equal(cell, MarkdownTable.Cell([block]));

    [Fact]
    public void Blocks_stand_below_each_other() => Assert.Equal("a<br>b", MarkdownTable.Cell(["a", "b"]));
}
