namespace Lysekil.Publishing.Tests.Contents.Markup.Dialect;

public class AddressParserTests
{
    [Theory]
    [InlineData("https://x.example/a", "<a href=\"https://x.example/a\">https://x.example/a</a>")]
    [InlineData("Se *http://x.example* nu", "Se <em><a href=\"http://x.example\">http://x.example</a></em> nu")]
    [InlineData("Se (www.x.example) nu", "Se (<a href=\"https://www.x.example\">www.x.example</a>) nu")]
    [InlineData("å\nwww.x.example", "å\n<a href=\"https://www.x.example\">www.x.example</a>")]
    [InlineData("till mailto:a@x.example.", "till <a href=\"mailto:a@x.example\">a@x.example</a>.")]
    [InlineData("ring tel:0523-1", "ring <a href=\"tel:0523-1\">0523-1</a>")]
    [InlineData(
        "http://x.example www.y.example",
        "<a href=\"http://x.example\">http://x.example</a> <a href=\"https://www.y.example\">www.y.example</a>")]
    public void An_address_is_a_link_and_the_text_around_it_stays(string markdown, string html) =>
        Assert.Equal($"<p>{html}</p>\n", Some.Html(markdown));

    [Theory]
    [InlineData("Hotel:1, sftp://x.example, xwww.x.example")]
    [InlineData("http:, https://, www., http:/x.example och Tel:1")]
    [InlineData("kl. 18:30. Foto: www")]
    public void What_only_resembles_an_address_stays_text(string markdown) =>
        Assert.Equal($"<p>{markdown}</p>\n", Some.Html(markdown));
}
