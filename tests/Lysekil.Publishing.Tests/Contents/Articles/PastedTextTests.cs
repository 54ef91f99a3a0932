using System.Diagnostics;
using Lysekil.Publishing.Contents.Articles;

namespace Lysekil.Publishing.Tests.Contents.Articles;

public class PastedTextTests
{
    [Theory]
    [InlineData("Text.\n\n- ett\n- två\n")]
    [InlineData("Text med **fetstil**\noch en rad till.\n")]
    [InlineData("# Rubrik\n\nText.\n")]
    [InlineData("Ett kort stycke\nsom är brutet för hand.\n")]
    public void Markdown_stays_as_it_is(string text) => Assert.Equal(text, PastedText.ToMarkdown(text).Markdown);

    [Fact]
    public void Lines_with_bullets_become_a_list_between_paragraphs() => Assert.Equal(
        "Fem mål:\n\n- ett\n- två\n\nSedan mer.",
        PastedText.ToMarkdown("Fem mål:\n• ett\n·  två\nSedan mer.").Markdown);

    [Fact]
    public void Each_line_of_an_unwrapped_text_is_a_paragraph()
    {
        var line = string.Concat(Enumerable.Repeat("ord och ord ", 15)).Trim() + ".";

        Assert.Equal($"{line}\n\n{line}", PastedText.ToMarkdown($"{line}\n{line}").Markdown);
    }

    [Fact]
    public void A_short_line_of_its_own_is_a_subheading_said_once() => Assert.Equal(
        "Först.\n\n## Delegerat ansvar\n\nText.",
        PastedText.ToMarkdown("Först.\n\nDelegerat ansvar\n\nDelegerat ansvar\nText.").Markdown.Replace("\n\n\n", "\n\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("Först.\n\nDetta är en mening.\n\nText.")]
    [InlineData("Först.\n\nsmå bokstäver först\n\nText.")]
    [InlineData("Först.\n\nSist i texten\n\n")]
    public void Other_lines_are_not(string text) => Assert.DoesNotContain("## ", PastedText.ToMarkdown(text).Markdown, StringComparison.Ordinal);

    [Fact]
    public void A_large_text_of_short_lines_is_read_at_once()
    {
        var text = string.Concat(Enumerable.Repeat("Abc\n\n", 30_000));
        var watch = Stopwatch.StartNew();

        PastedText.ToMarkdown(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), watch.Elapsed.ToString());
    }
}
