using Lysekil.Local.Import.Html;

namespace Lysekil.Local.Tests.Import.Html;

public sealed class HtmlMarkdownTests
{
    private readonly List<string> _lost = [];

    [Theory]
    [InlineData(
        "<ul><li><p>Möte</p><p>3 personer kom. Alla var nöjda.</p></li></ul>",
        "- Möte\n  \n  3 personer kom. Alla var nöjda.")]
    [InlineData("<ul><li>Möte<ul><li>inre</li></ul></li><li>Fika</li></ul>", "- Möte\n  - inre\n- Fika")]
    [InlineData("<ol start=\"9\"><li>nio</li><li>tio</li></ol>", "9. nio\n10. tio")]
    [InlineData("<ol start=\"2147483647\"><li>ett</li><li>två</li></ol>", "1. ett\n2. två")]
    [InlineData("<ul><li>Möte<ol start=\"5\"><li>fem</li></ol></li></ul>", "- Möte\n  \n  5. fem")]
    public void The_blocks_of_an_item_stay_apart(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html));

    [Theory]
    [InlineData("<ol><li>a</li></ol><ol><li>b</li></ol><ol><li>c</li></ol>", "1. a\n\n1) b\n\n1. c")]
    [InlineData("<div><ul><li>a</li></ul></div><div><ul><li>b</li></ul></div>", "- a\n\n* b")]
    [InlineData("<ol><li>a</li></ol><ul><li>b</li></ul>", "1. a\n\n- b")]
    [InlineData("<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li></ul>", "- a\n  - b\n  * c")]
    [InlineData("<ol><li>a</li></ol>text<ol><li>b</li></ol>", "1. a\n\ntext\n\n1. b")]
    public void Lists_in_a_row_stay_apart(string html, string markdown) => Assert.Equal(markdown, Convert(html));

    [Fact]
    public void A_frame_becomes_a_link_and_is_told_in_a_sentence()
    {
        Assert.Equal("<https://maps.example/x>", Convert("<iframe src=\"https://maps.example/x\"></iframe>"));

        Assert.Equal(["A frame that showed a part of maps.example is a link now."], _lost);
    }

    [Theory]
    [InlineData("<p>Kajen<object data=\"x\"><p>Reserv.</p></object></p>", "Kajen", "object")]
    [InlineData("<h2>Kajen<embed src=\"x\"></h2>", "## Kajen", "embed")]
    [InlineData("<p><b>Kajen<svg><text>A</text></svg></b></p>", "**Kajen**", "svg")]
    [InlineData("<p>Kajen</p><video></video>", "Kajen", "video")]
    public void What_cannot_be_shown_is_told_in_a_sentence(string html, string markdown, string element)
    {
        Assert.Equal(markdown, Convert(html));

        Assert.Equal([$"An element {element} cannot be shown, and is left out."], _lost);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("ul")]
    [InlineData("div")]
    [InlineData("blockquote")]
    public void Elements_beyond_the_limit_of_levels_keep_their_words(string element)
    {
        var opening = string.Concat(Enumerable.Repeat($"<{element}>", HtmlDocuments.MostLevels + 50));

        var markdown = Convert($"{opening}Innerst<p>och <i>kvar</i></p>");

        Assert.Contains("Innerst och kvar", markdown, StringComparison.Ordinal);
        Assert.Empty(_lost);
    }

    private string Convert(string html) => new HtmlMarkdown(new SameTargets(), _lost.Add).Convert(html);
}
