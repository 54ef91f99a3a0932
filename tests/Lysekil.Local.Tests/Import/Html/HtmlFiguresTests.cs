using Lysekil.Local.Import.Html;

namespace Lysekil.Local.Tests.Import.Html;

public sealed class HtmlFiguresTests
{
    [Theory]
    [InlineData(
        "<figure><img src=\"a.jpg\" alt=\"A\"><figcaption>Foto: <b>Anna</b></figcaption></figure>",
        "![A](a.jpg \"Foto: Anna\")")]
    [InlineData(
        "<figure><img src=\"a.jpg\" alt=\"A\"><p>Mer om bilden.</p><figcaption>Foto: Anna</figcaption></figure>",
        "![A](a.jpg)\n\nMer om bilden.\n\nFoto: Anna")]
    [InlineData(
        "<figure><img src=\"a.jpg\" alt=\"A\"><figcaption>Ett</figcaption><figcaption>Två</figcaption></figure>",
        "![A](a.jpg)\n\nEtt\n\nTvå")]
    [InlineData(
        "<figure><img src=\"a.jpg\" alt=\"A\"><img src=\"b.jpg\" alt=\"B\"><figcaption>Foto: A</figcaption></figure>",
        "![A](a.jpg) ![B](b.jpg)\n\nFoto: A")]
    [InlineData(
        "<ul class=\"gallery\"><li><img src=\"a.jpg\" alt=\"A\"></li><li><img src=\"b.jpg\" alt=\"B\"></li></ul>",
        "![A](a.jpg) ![B](b.jpg)")]
    [InlineData(
        "<ul class=\"gallery\"><li><img src=\"a.jpg\" alt=\"A\"> kajen</li><li><img src=\"b.jpg\" alt=\"\"></li></ul>",
        "- ![A](a.jpg) kajen\n- ![](b.jpg)")]
    public void Pictures_have_their_captions_and_no_word_is_lost(string html, string markdown) =>
        Assert.Equal(markdown, new HtmlMarkdown(new SameTargets(), _ => { }).Convert(html));
}
