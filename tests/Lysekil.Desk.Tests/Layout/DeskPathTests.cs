using Lysekil.Desk.Layout;

namespace Lysekil.Desk.Tests.Layout;

public sealed class DeskPathTests
{
    [Theory]
    [InlineData("artiklar/2026-05-03-kajen.md")]
    [InlineData("bilder/Ålgräs i motljus.jpg")]
    [InlineData("site.yaml")]
    public void A_file_of_the_site_may_be_read_and_written(string text)
    {
        Assert.Equal(text, DeskPath.Readable(text)!.Value);
        Assert.Equal(text, DeskPath.Writable(text)!.Value);
    }

    [Theory]
    [InlineData("artiklar/100%.md")]
    [InlineData("artiklar/vad?.md")]
    [InlineData("anteckningar.txt")]
    [InlineData("artiklar/.DS_Store")]
    public void A_file_that_is_refused_for_its_name_may_be_read_alone(string text)
    {
        Assert.NotNull(DeskPath.Readable(text));
        Assert.Null(DeskPath.Writable(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../desk/nycklar/a.xml")]
    [InlineData("artiklar/../../accepted/a")]
    [InlineData("./site.yaml")]
    [InlineData("/site.yaml")]
    [InlineData("artiklar//a.md")]
    [InlineData("artiklar/")]
    [InlineData("artiklar\\a.md")]
    [InlineData("artiklar/a\u0000.md")]
    [InlineData("artiklar/a\n.md")]
    public void A_name_that_leads_elsewhere_is_no_file(string? text)
    {
        Assert.Null(DeskPath.Readable(text));
        Assert.Null(DeskPath.Writable(text));
    }
}
