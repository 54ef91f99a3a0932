using SkiaSharp;

namespace Lysekil.Simulation;

/// <summary>Pictures for tests: real ones, since the engine opens them.</summary>
public static class SamplePicture
{
    /// <summary>A picture of one colour, as PNG.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="red">0–255.</param>
    /// <param name="green">0–255.</param>
    /// <param name="blue">0–255.</param>
    public static byte[] Png(int width = 3, int height = 2, byte red = 200, byte green = 30, byte blue = 30)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(new SKColor(red, green, blue));
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return encoded.ToArray();
    }

    /// <summary>A picture with a left and a right half of different colours, as JPEG.</summary>
    public static byte[] Jpeg(int width, int height, SKColor left, SKColor right)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(left);
        bitmap.Erase(right, new SKRectI(width / 2, 0, width, height));
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        return encoded.ToArray();
    }

    /// <summary>A picture of which no two pixels are alike, always the same one.</summary>
    public static byte[] Noise(int width, int height, SKEncodedImageFormat format)
    {
        var random = new Random(1);
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.Pixels =
        [
            .. Enumerable.Range(0, width * height).Select(_ => new SKColor(0xFF000000 | (uint)random.Next(1 << 24))),
        ];
        using var encoded = bitmap.Encode(format, 80);
        return encoded.ToArray();
    }
}
