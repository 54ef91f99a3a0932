using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

/// <summary>What of a picture draws the eye, where its article does not say.</summary>
public class AttentionTests
{
    private static readonly SKColor Skin = new(224, 172, 138);

    [Theory]
    [InlineData(600, 900, 50, 25)]
    [InlineData(600, 900, 50, 75)]
    [InlineData(900, 600, 25, 50)]
    [InlineData(1_800, 600, 80, 40)]
    public void A_face_draws_the_eye(int width, int height, int x, int y)
    {
        var focus = FocusOf(WithFace(width, height, x, y));

        Assert.InRange(focus.X, x - 12, x + 12);
        Assert.InRange(focus.Y, y - 12, y + 12);
    }

    /// <summary>The search takes libvips as long for three pixels as for a photograph.</summary>
    [Theory]
    [InlineData(63, 42, false)]
    [InlineData(96, 64, true)]
    public void It_is_looked_for_in_pictures_that_have_room_for_one(int width, int height, bool isLookedFor) =>
        Assert.Equal(isLookedFor, FocusOf(WithFace(width, height, 25, 50)) != FocalPoint.Centre);

    [Theory]
    [InlineData(600, 600)]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    [InlineData(1, 900)]
    [InlineData(900, 1)]
    public void Nothing_in_a_picture_of_one_colour_does(int width, int height) =>
        Assert.Equal(FocalPoint.Centre, FocusOf(SamplePicture.Png(width, height)));

    [Fact]
    public void The_point_is_always_the_same_one()
    {
        var file = SamplePicture.Noise(500, 800, SKEncodedImageFormat.Jpeg);

        Assert.Equal(FocusOf(file), FocusOf(file));
    }

    [Fact]
    public void An_animation_has_such_a_point_too()
    {
        var (picture, refusal) = PictureFile.Read(SampleAnimation.WebP([]), ContentHash.Of([]));

        Assert.Null(refusal);
        Assert.InRange(picture!.Focus.Y, 0, 100);
    }

    private static FocalPoint FocusOf(byte[] file)
    {
        var (picture, refusal) = PictureFile.Read(file, ContentHash.Of(file));
        Assert.Null(refusal);
        return picture!.Focus;
    }

    /// <summary>A head with hair, eyes and a mouth before an even wall.</summary>
    private static byte[] WithFace(int width, int height, int x, int y)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        var (left, top, size) = (width * x / 100f, height * y / 100f, Math.Min(width, height) / 8f);
        canvas.Clear(new SKColor(90, 105, 115));
        Oval(0, -size / 3, size, size * 1.2f, new SKColor(70, 45, 30));
        Oval(0, 0, size * 0.85f, size, Skin);
        Oval(-size / 3, -size / 4, size / 8, size / 10, SKColors.Black);
        Oval(size / 3, -size / 4, size / 8, size / 10, SKColors.Black);
        Oval(0, size / 2, size / 3, size / 10, new SKColor(160, 50, 50));
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return encoded.ToArray();

        void Oval(float across, float down, float radiusAcross, float radiusDown, SKColor colour)
        {
            using var paint = new SKPaint { Color = colour, IsAntialias = true };
            canvas.DrawOval(left + across, top + down, radiusAcross, radiusDown, paint);
        }
    }
}
