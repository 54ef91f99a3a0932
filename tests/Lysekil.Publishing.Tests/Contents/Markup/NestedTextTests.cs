using Lysekil.Publishing.Contents.Markup;

namespace Lysekil.Publishing.Tests.Contents.Markup;

public class NestedTextTests
{
    /// <summary>
    /// Pictures in the description of a picture are parsed, and nest the calls that render them. A renderer that an
    /// exception left in a description wrote the next articles without their tags.
    /// </summary>
    [Fact]
    public void A_text_that_cannot_be_rendered_is_refused_and_others_are_rendered_as_before()
    {
        const int Levels = 150;
        var pictures = string.Concat(Enumerable.Repeat("![", Levels)) + "a"
            + string.Concat(Enumerable.Repeat("](b.jpg)", Levels));

        for (var i = 0; i < 20; i++)
        {
            var (text, refusal) = MarkdownText.Read(pictures, Some.ArticlePath, firstLine: 1);

            Assert.Null(text);
            Assert.Equal("nesting", refusal!.Code);
            Assert.Equal("<p><em>Text.</em></p>\n", Some.Html("*Text.*"));
        }
    }
}
