using System.Runtime.InteropServices;
using Lysekil.Publishing.Contents.Pictures;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

public class PictureColourTests
{
    /// <summary>The file's colours are those of another space, which SkiaSharp converts, too.</summary>
    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    public void Colours_are_converted_to_sRGB(SKEncodedImageFormat format)
    {
        using var wide = new SKBitmap(new SKImageInfo(
            64, 64, SKColorType.Rgba8888, SKAlphaType.Opaque,
            SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3)));
        byte[] pixels = [.. Enumerable.Repeat((byte[])[200, 100, 60, 255], 64 * 64).SelectMany(p => p)];
        Marshal.Copy(pixels, 0, wide.GetPixels(), pixels.Length);
        using var encoded = wide.Encode(format, 100);
        var file = encoded.ToArray();
        using var image = SKImage.FromBitmap(wide);
        using var expected = new SKBitmap(new SKImageInfo(
            64, 64, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()));
        image.ReadPixels(expected.Info, expected.GetPixels(), expected.RowBytes, 0, 0);

        using var seen = SKBitmap.Decode(PictureFile.ToSame(file, 64));

        var (should, made) = (expected.GetPixel(32, 32), seen.GetPixel(32, 32));
        Assert.True(should.Red - 200 > 5, $"{should} shows that the spaces differ");
        var differences = new[] { should.Red - made.Red, should.Green - made.Green, should.Blue - made.Blue };
        Assert.True(differences.All(d => Math.Abs(d) < 4), $"{made} instead of {should}");
    }
}
