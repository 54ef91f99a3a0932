using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Markup.Dialect;
using Lysekil.Publishing.Contents.Markup.Limits;

namespace Lysekil.Publishing.Tests.Contents.Markup.Dialect;

public class MarkdownDialectTests
{
    [Fact]
    public void Nesting_that_Markdig_does_not_parse_is_told_by_an_exception_of_its_own()
    {
        var deep = Quoted(200);

        var told = Assert.Throws<NestingException>(() => MarkdownDialect.Parse(deep));

        Assert.IsType<ArgumentException>(told.InnerException);
        Assert.Null(MarkdownDialect.TryParse(deep));
        Assert.Null(MarkdownDialect.ParseBlocks(deep));
    }

    [Fact]
    public void Nesting_as_in_real_texts_is_parsed()
    {
        Assert.NotNull(MarkdownDialect.TryParse(Quoted(20)));
        Assert.NotNull(MarkdownDialect.ParseBlocks(Quoted(20)));
    }

    [Fact]
    public void Any_other_fault_is_no_nesting()
    {
        Assert.False(NestingException.IsToldBy(new ArgumentException("too deeply nested")));
        Assert.False(NestingException.IsToldBy(
            Assert.Throws<ArgumentNullException>(() => MarkdownDialect.Parse(null!))));
    }

    /// <summary>Markdig uses its parsers again as an exception leaves them.</summary>
    [Fact]
    public void A_text_that_cannot_be_parsed_changes_nothing_for_others()
    {
        var dense = string.Concat(Enumerable.Repeat("*a[", DensityGuard.MostInAParagraph));
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(MarkdownDialect.TryParse(Quoted(200)));
            Assert.Null(MarkdownDialect.TryParse(dense));
            Assert.Equal(
                "<p><em>Text.</em></p>\n", MarkdownDialect.ToHtml(MarkdownDialect.Parse("*Text.*"), Locale.Swedish));
        }
    }

    private static string Quoted(int levels) => new string('>', levels) + " Text.";
}
