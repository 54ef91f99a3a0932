using System.Globalization;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// Pictures and other files as editors have them: which are published, and as what, and what is told of the others.
/// </summary>
public class AssetFilesTests
{
    /// <summary>What the case is, the file's path, what it is made of, what a visitor gets, and what is told.</summary>
    public static TheoryData<string, string, string, string, string> Files => new()
    {
        { "A picture of a camera", "bilder/kaj.jpg", "JPEG, 80 × 40", "80 × 40, WebP 80", "" },
        { "A large picture", "bilder/kaj.jpg", "JPEG, 2000 × 1000", "1600 × 800, WebP 480 960 1600", "" },
        { "A picture held upright", "bilder/kaj.jpeg", "JPEG, 80 × 40, EXIF turn and place", "40 × 80, WebP 40", "" },
        { "A progressive picture", "bilder/kaj.jpg", "progressive JPEG, 90 × 60", "90 × 60, WebP 90", "" },
        { "A picture of greys", "bilder/kaj.jpg", "grey JPEG, 90 × 60", "90 × 60, WebP 90", "" },
        { "A drawing", "bilder/karta.png", "PNG, 90 × 60", "90 × 60, WebP 90", "" },
        { "An interlaced drawing", "bilder/karta.png", "interlaced PNG, 90 × 60", "90 × 60, WebP 90", "" },
        { "A drawing of 16 bits", "bilder/karta.png", "PNG of 16 bits, 90 × 60", "90 × 60, WebP 90", "" },
        { "A picture for the web", "bilder/kaj.webp", "WebP, 90 × 60", "90 × 60, WebP 90", "" },
        { "A screenshot too tall for WebP", "bilder/skarm.jpg", "JPEG, 20 × 20000", "20 × 20000", "" },
        { "An animated GIF", "bilder/vag.gif", "GIF, two frames, a comment", "3 × 2, animated", "" },
        { "An animated PNG", "bilder/vag.png", "PNG, two frames, a comment", "30 × 20, animated", "" },
        { "An animated WebP", "bilder/vag.webp", "WebP, two frames, XMP", "30 × 20, animated", "" },
        { "A picture of a rare kind", "bilder/kaj.jpg", "JPEG, lossless", "refused", "picture" },
        { "A picture of 12 bits", "bilder/kaj.jpg", "JPEG, 12 bits a sample", "refused", "picture" },
        { "A picture without height", "bilder/kaj.jpg", "JPEG, no height in its header", "refused", "picture" },
        { "A drawing of a rare kind", "bilder/karta.png", "PNG, chunk CgBI before its header", "refused", "picture" },
        { "A picture of too many pixels", "bilder/karta.png", "PNG, header of 8000 × 6000", "refused", "picture" },
        { "A picture that is too long", "bilder/karta.png", "PNG, header of 1 × 65501", "refused", "picture" },
        { "A picture that is cut off", "bilder/kaj.jpg", "first half of a JPEG", "refused", "picture" },
        { "A drawing that is cut off", "bilder/karta.png", "first half of a PNG", "refused", "picture" },
        { "A WebP that is cut off", "bilder/kaj.webp", "first half of a WebP", "refused", "picture" },
        { "A picture that is damaged", "bilder/kaj.jpg", "JPEG, overwritten in the middle", "refused", "picture" },
        { "A picture of a telephone", "bilder/kaj.heic", "HEIC", "refused", "file-type" },
        { "A picture of a new kind", "bilder/kaj.avif", "AVIF", "refused", "file-type" },
        { "A drawing that could hold a script", "bilder/karta.svg", "SVG", "refused", "file-type" },
        { "A picture of a telephone, renamed", "bilder/kaj.jpg", "HEIC", "refused", "file-content" },
        { "A drawing under another name", "bilder/karta.jpg", "PNG, 90 × 60", "refused", "file-content" },
        { "A name without an extension", "bilder/kaj", "JPEG, 80 × 40", "refused", "file-type" },
        { "A name that begins with a space", "bilder/ kaj.jpg", "JPEG, 80 × 40", "refused", "name" },
        { "A PDF that names its author", "artiklar/protokoll.pdf", "PDF, /Author (Anna Ek)", "PDF", "properties" },
        { "A PDF without an author", "artiklar/protokoll.pdf", "PDF", "PDF", "" },
        { "A film that has its place", "bilder/kaj.mp4", "MP4, ©xyz +58.2739", "MP4", "properties" },
        { "A document of another program", "bilder/fraga.odt", "ODT", "refused", "file-type" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_published_or_its_editor_is_told_why_not(
        string what, string path, string file, string seen, string told)
    {
        var result = Validated(path, file);

        Assert.Equal(
            (what, seen, told), (what, Seen(result), string.Join(' ', result.Diagnostics.Select(d => d.Code))));
        Assert.All(result.Diagnostics, d => Assert.NotEmpty(d.Remedy));
        Assert.Equal(seen == "refused", result.Diagnostics.Any(d => d.Severity == Severity.Refusal));
    }

    internal static ValidationResult Validated(string path, string file)
    {
        using var content = new MemoryStream(SampleFiles.Of(file));
        var properties = new BlobProperties(
            path, new ETag("1"), Some.Now, Some.Now, content.Length, new BlobHeaders(""));
        return SourceValidator.ValidateAsync(
            new SourcePath(path), properties, content, Some.Sweden, trial: null, default).GetAwaiter().GetResult();
    }

    private static string Seen(ValidationResult result) => result switch
    {
        ValidationResult.Asset { Picture: { IsStill: true } still } => string.Create(
            CultureInfo.InvariantCulture,
            $"{still.Shown.Width} × {still.Shown.Height}{(still.Widths.Any() ? ", WebP " : "")}")
            + string.Join(' ', still.Widths),
        ValidationResult.Asset { Picture: { } moving } => string.Create(
            CultureInfo.InvariantCulture, $"{moving.Width} × {moving.Height}, animated"),
        ValidationResult.Asset asset => asset.ContentType.Split('/')[1].ToUpperInvariant(),
        _ => "refused",
    };
}
