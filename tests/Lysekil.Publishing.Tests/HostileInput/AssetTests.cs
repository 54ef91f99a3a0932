using System.Buffers.Binary;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>Files with another content than their names say, or an excessive one.</summary>
[Collection(HostileInputCollection.Name)]
public class AssetTests
{
    private readonly HostileSite _site = new();

    [Theory]
    [InlineData("bilder/x.png")]
    [InlineData("bilder/x.jpg")]
    [InlineData("bilder/x.gif")]
    [InlineData("bilder/x.webp")]
    [InlineData("artiklar/x.pdf")]
    [InlineData("artiklar/x.mp3")]
    public void A_picture_that_is_HTML_is_refused(string path)
    {
        _site.Refused(path, "<!doctype html><script>alert(1)</script>", "file-content");

        Assert.DoesNotContain(path, _site.Pages.Keys);
    }

    [Theory]
    [InlineData(
        "bilder/x.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>")]
    [InlineData("bilder/x.SVG", "<svg/>")]
    [InlineData("bilder/x.svgz", "x")]
    [InlineData("bilder/x.html", "<script>alert(1)</script>")]
    [InlineData("bilder/x.png.html", "<script>alert(1)</script>")]
    [InlineData("artiklar/x.js", "alert(1)")]
    [InlineData("artiklar/x.exe", "MZ")]
    public void An_SVG_with_script_and_similar_files_are_refused(string path, string content)
    {
        _site.Refused(path, content, "file-type");

        Assert.DoesNotContain(path, _site.Pages.Keys);
    }

    /// <summary>Its size is told before it is unpacked.</summary>
    [Fact]
    public void A_picture_of_two_hundred_megapixels_is_refused()
    {
        var jpeg = SamplePicture.Jpeg(80, 40, SKColors.Red, SKColors.Blue);
        // Where its frame begins (ITU T.81, section B.2.2).
        var size = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 5;
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(size), 10_000);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(size + 2), 20_000);

        Assert.Contains(
            "20000 × 10000", _site.Refused("bilder/stor.jpg", jpeg, "picture").Message, StringComparison.Ordinal);
        _site.AssertGoesOn();
    }

    /// <summary>Its header says lossless (ITU T.81, table B.1), and is all that is looked at.</summary>
    [Fact]
    public void A_picture_of_an_unusual_kind_is_refused_without_decoding()
    {
        var jpeg = SamplePicture.Jpeg(80, 40, SKColors.Red, SKColors.Blue);
        jpeg[jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 1] = 0xC3;

        var refusal = _site.Refused("bilder/x.jpg", jpeg, "picture");

        Assert.Contains("ovanlig sorts JPEG", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bilder/x.jpg", _site.Pages.Keys);
    }

    [Fact]
    public void A_file_of_more_than_fifty_megabytes_is_refused()
    {
        var pdf = new byte[AssetType.MostBytes + 1];
        "%PDF-"u8.CopyTo(pdf);

        var refusal = _site.Refused("bilder/stor.pdf", pdf, "size");

        Assert.Contains("gränsen är 50 MB", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_picture_is_refused() => _site.Refused("bilder/x.png", "", "file-content");
}
