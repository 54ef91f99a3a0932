using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Tests.Contents.Writing;

public class FrontMatterTextTests
{
    [Theory]
    [InlineData("Kajen byggs")]
    [InlineData("Kajen: nu byggs den")]
    [InlineData("\"Nej\", sade hon")]
    [InlineData("Anna's kaj #1")]
    [InlineData("#metoo i kommunen")]
    [InlineData("- ett minus")]
    [InlineData("[inom klammer]")]
    [InlineData("true")]
    [InlineData("nej")]
    [InlineData("null")]
    [InlineData("2026-03-24")]
    [InlineData("2026-03-24 18:30")]
    [InlineData("@kommunen & !Obs % `kod`")]
    [InlineData("1,5 miljoner")]
    public void A_value_is_read_as_it_was_given(string value)
    {
        var text = new FrontMatterText().Add("title", value).Add("tags", [value, "Hamnen"]).Above("Text.");

        var (read, body, _, refusal) = FrontMatter.Split(text);
        Assert.Null(refusal);
        Assert.Equal(value, read.Find("title")!.Value);
        Assert.Equal([value, "Hamnen"], read.Find("tags")!.Values);
        Assert.Equal("\nText.\n", body);
    }

    [Fact]
    public void What_is_empty_is_left_out_and_a_value_is_one_line() => Assert.Equal(
        "---\ntitle: Två rader\ndraft: true\n---\n\nText.\n",
        new FrontMatterText()
            .Add("title", "Två\nrader")
            .Add("lead", " ")
            .Add("tags", [])
            .AddDraft(true)
            .Above("Text."));
}
