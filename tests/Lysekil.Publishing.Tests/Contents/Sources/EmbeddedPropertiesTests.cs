using System.Text;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Tests.Contents.Sources;

public class EmbeddedPropertiesTests
{
    [Theory]
    [InlineData("<< /Author (Anna Ek) >>", true)]
    [InlineData("<< /Author\n<FEFF0041> >>", true)]
    [InlineData("<< /Author 12 0 R >>", true)]
    [InlineData("<dc:creator><rdf:Seq><rdf:li>Anna</rdf:li></rdf:Seq></dc:creator>", true)]
    [InlineData("<< /Author () >>", false)]
    [InlineData("<< /Author<> /Producer (LibreOffice) >>", false)]
    [InlineData("<< /Title (Budget) /Creator (Writer) >>", false)]
    [InlineData("<< /Authority (Lysekils kommun) >>", false)]
    public void A_PDF_names_its_author(string content, bool isNamed) =>
        Assert.Equal(isNamed, Search("application/pdf", Encoding.Latin1.GetBytes(content)).NamesAuthor);

    [Theory]
    [InlineData("\0\0\0\x1E\xA9xyz\0\x12\x15\xC7+58.2739+011.4357/", true)]
    [InlineData("mdta com.apple.quicktime.location.ISO6709", true)]
    [InlineData("\xA9xyz\0\0\0\0\0", false)]
    [InlineData("\xA9nam\0\x12\x15\xC7+58.2739", false)]
    public void A_film_names_its_place(string content, bool isNamed) =>
        Assert.Equal(isNamed, Search("video/mp4", Encoding.Latin1.GetBytes(content)).NamesPlace);

    /// <summary>A file comes in buffers, which end anywhere.</summary>
    [Fact]
    public void What_is_looked_for_may_begin_in_one_buffer_and_end_in_another()
    {
        var content = Encoding.Latin1.GetBytes(new string(' ', 100) + "/Author  (Anna Ek)" + new string(' ', 100));

        for (var at = 1; at < content.Length; at++)
        {
            var properties = new EmbeddedProperties("application/pdf");
            properties.Search(content.AsSpan(0, at));
            properties.Search(content.AsSpan(at));
            Assert.True(properties.NamesAuthor, $"cut at {at}");
        }
    }

    [Fact]
    public void Other_files_are_not_searched() =>
        Assert.False(Search("audio/mpeg", "/Author (Anna Ek)"u8.ToArray()).NamesAuthor);

    private static EmbeddedProperties Search(string contentType, byte[] content)
    {
        var properties = new EmbeddedProperties(contentType);
        properties.Search(content);
        return properties;
    }
}
