using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Word;
using Lysekil.Simulation;
using A = DocumentFormat.OpenXml.Drawing;
using Dw = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>A picture in a document is embedded in the text, or becomes a reference to a file beside it.</summary>
public class WordPictureTests
{
    private static readonly byte[] Png = SamplePicture.Png();

    [Fact]
    public void A_picture_has_the_name_of_its_file_its_description_and_the_caption_below_it()
    {
        var document = WithPicture("hamnen.png", "Kajen i *sol*", Docx.Styled("Beskrivning", "Foto: \"Anna\""));

        Assert.Equal(
            "Rubriken\n\n![Kajen i \\*sol\\*](hamnen.png \"Foto: \\\"Anna\\\"\")\n\nText.\n",
            Encoding.UTF8.GetString(Read(document).Markdown));
        Assert.Empty(Read(document).Diagnostics);
    }

    [Fact]
    public void A_picture_may_be_embedded_in_the_text()
    {
        var (text, _) = WordFile.Read(WithPicture("hamnen.png", "Kajen"), embedsPictures: true);

        var picture = Assert.Single(text!.Embedded);
        Assert.Equal(Png, picture.Content);
        Assert.Matches("^[0-9a-f]{16}\\.png$", picture.Name);
        Assert.Contains($"![Kajen](embedded:{picture.Name})", Encoding.UTF8.GetString(text.Markdown), Ordinal);
    }

    [Fact]
    public async Task A_published_document_shows_it_with_its_description_and_caption()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload(
            "artiklar/2026-05-01-kajen.docx",
            WithPicture("hamnen.png", "Kajen", Docx.Styled("Beskrivning", "Foto: Anna")));
        await site.SettleAsync();

        var picture = Assert.Single(
            site.Pages.Keys, p => p.EndsWith(".png", Ordinal) && p != PageKey.TouchIcon.Value);
        var page = site.Pages["2026/05/kajen/index.html"];
        Assert.Contains($"<img src=\"/{picture}\" alt=\"Kajen\" width=\"3\" height=\"2\"", page, Ordinal);
        Assert.Contains("<figcaption>Foto: Anna</figcaption>", page, Ordinal);
        Assert.DoesNotContain("kajen.docx", site.Told, Ordinal);
    }

    private static StringComparison Ordinal => StringComparison.Ordinal;

    [Theory]
    [InlineData("image1.png")]
    [InlineData("Bildobjekt 3")]
    [InlineData("hamnen.jpg")]
    [InlineData("a?b.png")]
    public void A_picture_without_a_name_of_its_own_is_named_by_its_content(string name) => Assert.Matches(
        @"^bild-[0-9a-f]{12}\.png$", Assert.Single(Read(WithPicture(name, "Kajen")).Pictures).FileName);

    [Fact]
    public void The_pictures_can_be_taken_out()
    {
        var (name, content) = Assert.Single(WordFile.PicturesIn(WithPicture("hamnen.png", "Kajen")));

        Assert.Equal("hamnen.png", name);
        Assert.Equal(Png, content);
    }

    private static WordText Read(byte[] document)
    {
        var (text, refusal) = WordFile.Read(document);
        Assert.Null(refusal);
        return text!;
    }

    internal static byte[] WithPicture(string name, string description, params OpenXmlElement[] after)
    {
        return Docx.With(
            main =>
            {
                var part = main.AddImagePart(ImagePartType.Png, "bild");
                using var content = new MemoryStream(Png);
                part.FeedData(content);
            },
            [Docx.P("Rubriken"), Docx.P(new Run(Drawing(name, description))), .. after, Docx.P("Text.")]);
    }

    private static Drawing Drawing(string name, string description) => new(new Dw.Inline(
        new Dw.Extent { Cx = 100, Cy = 100 },
        new Dw.DocProperties { Id = 1, Name = "Bildobjekt 1", Description = description },
        new A.Graphic(new A.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(
                new Pic.NonVisualDrawingProperties { Id = 0, Name = name },
                new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = "bild" }),
            new Pic.ShapeProperties()))
        {
            Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
        })));
}
