using System.Buffers.Binary;
using System.Text;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Contents.Pictures;

/// <summary>Nothing leaves but the picture: no place, no camera, no comment.</summary>
public class PictureMetadataTests
{
    private const string Note = "58.2739 grader nord";

    [Theory]
    [InlineData("gif", 3, 2)]
    [InlineData("webp", 30, 20)]
    public void An_animation_keeps_its_frames_and_loses_all_notes(string format, int width, int height)
    {
        var file = Animation(format, Note);

        var bare = PictureFile.ToBare(file);

        var picture = Read(file);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.Equal((false, "100"), (picture.IsStill, picture.Tint.Name));
        Assert.Equal(bare.Length, picture.Bytes);
        Assert.Contains(Note, Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        Assert.DoesNotContain("grader", Encoding.Latin1.GetString(bare), StringComparison.Ordinal);
        using var data = SKData.CreateCopy(bare);
        using var codec = SKCodec.Create(data);
        Assert.Equal(2, codec.FrameCount);
        var (first, second) = (PixelOf(codec, 0), PixelOf(codec, 1));
        Assert.True(first.Red > 150 && first.Blue < 60, $"{first}");
        Assert.True(second.Blue > 150 && second.Red < 60, $"{second}");
    }

    [Fact]
    public void A_GIF_is_repeated_as_before_and_one_without_notes_stays_byte_for_byte()
    {
        var bare = PictureFile.ToBare(Animation("gif", Note));

        Assert.True(bare.AsSpan().IndexOf("NETSCAPE2.0"u8) > 0);
        Assert.Equal(bare, PictureFile.ToBare(bare));
        Assert.Equal(0x3B, bare[^1]);
    }

    [Fact]
    public void An_animated_PNG_keeps_its_frames_and_loses_all_notes()
    {
        var file = Animation("png", Note);

        var picture = Read(file);
        var bare = PictureFile.ToBare(file);

        Assert.Equal((30, 20, false, "100"), (picture.Width, picture.Height, picture.IsStill, picture.Tint.Name));
        Assert.Empty(picture.Widths);
        Assert.Equal("IHDR acTL fcTL IDAT fcTL fdAT IEND", string.Join(' ', ChunksOf(bare)));
        Assert.DoesNotContain("grader", Encoding.Latin1.GetString(bare), StringComparison.Ordinal);
        Assert.Equal(bare, PictureFile.ToBare(bare));
    }

    /// <summary>A first frame alone is a picture as any other.</summary>
    [Fact]
    public void A_PNG_of_one_frame_is_still()
    {
        var file = Animation("png", "");
        file[33 + 11] = 1;
        System.IO.Hashing.Crc32.Hash(file.AsSpan(33 + 4, 12), file.AsSpan(33 + 16, 4));
        file.AsSpan(33 + 16, 4).Reverse(); // A PNG has its checksums the other way round.

        Assert.True(Read(file).IsStill);
    }

    /// <summary>The features that a WebP names are those that it has (RFC 9649, section 2.7.1).</summary>
    [Fact]
    public void An_animated_WebP_names_no_metadata_and_its_own_length()
    {
        var bare = PictureFile.ToBare(Animation("webp", Note));

        Assert.Equal(0x02, bare[20]);
        Assert.Equal(bare.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(bare.AsSpan(4)));
    }

    /// <summary>Exif, XMP, IPTC and comments of a JPEG; texts of a PNG.</summary>
    [Fact]
    public void No_metadata_stays_in_a_copy()
    {
        var jpeg = PictureParts.HalfRed(SKEncodedImageFormat.Jpeg);
        var png = PictureParts.HalfRed(SKEncodedImageFormat.Png);
        byte[] xmp = [.. "http://ns.adobe.com/xap/1.0/"u8, 0, .. "<x:xmpmeta>grader</x:xmpmeta>"u8];
        byte[] iptc = [.. "Photoshop 3.0"u8, 0, .. "8BIM"u8, 4, 4, 0, 0, 0, 0, 0, 6, .. "grader"u8];
        byte[] text = [.. "Comment"u8, 0, .. "grader"u8];
        byte[] xmpText = [.. "XML:com.adobe.xmp"u8, 0, 0, 0, 0, 0, .. "grader"u8];
        byte[][] files =
        [
            [
                .. jpeg[..2],
                .. PictureParts.Segment(0xE1, xmp),
                .. PictureParts.Segment(0xED, iptc),
                .. PictureParts.Segment(0xFE, "grader"u8),
                .. jpeg[2..],
                .. "grader"u8,
            ],
            [
                .. png[..33],
                .. SampleAnimation.Chunk("tEXt", text),
                .. SampleAnimation.Chunk("iTXt", xmpText),
                .. png[33..],
                .. "grader"u8,
            ],
        ];

        Assert.All(files, file => Assert.All(
            [PictureFile.ToSame(file, 80), PictureFile.ToWebP(file, 80)],
            copy => Assert.DoesNotContain("grader", Encoding.Latin1.GetString(copy), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("gif")]
    [InlineData("png")]
    [InlineData("webp")]
    public void Wherever_an_animation_is_cut_off_it_is_refused(string format)
    {
        var file = PictureFile.ToBare(Animation(format, ""));

        for (var length = file.Length - 1; length > 0; length--)
        {
            var (picture, refusal) = PictureFile.Read(file[..length], ContentHash.Of([]));
            if (format == "gif" && picture is not null)
            {
                // Without its trailer or its last frame, a GIF is whole; a control block may have lost its frame.
                Assert.Contains(length, (int[])[FramesEnd(file, 1), FramesEnd(file, 1) + 8, FramesEnd(file, 2)]);
                continue;
            }

            Assert.Equal("picture", refusal!.Code);
        }
    }

    [Theory]
    [InlineData("fdAT")]
    [InlineData("IDAT")]
    public void An_animated_PNG_that_is_damaged_inside_is_refused(string chunk)
    {
        var file = Animation("png", "");
        file[file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(chunk)) + 8] ^= 0x10;

        Assert.Equal("picture", PictureFile.Read(file, ContentHash.Of([])).Refusal!.Code);
    }

    [Fact]
    public void A_GIF_whose_second_frame_is_damaged_is_refused()
    {
        var file = Animation("gif", "");
        file[file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x8C, 0x5F])] = 0xFF; // A code before the first.

        Assert.Equal("picture", PictureFile.Read(file, ContentHash.Of([])).Refusal!.Code);
    }

    private static byte[] Animation(string format, string note)
    {
        var bytes = Encoding.ASCII.GetBytes(note);
        return format switch
        {
            "gif" => SampleAnimation.Gif(bytes),
            "png" => SampleAnimation.Png(bytes),
            _ => SampleAnimation.WebP(bytes),
        };
    }

    private static Picture Read(byte[] file)
    {
        var (picture, refusal) = PictureFile.Read(file, ContentHash.Of(file));
        Assert.Null(refusal);
        return picture!;
    }

    private static SKColor PixelOf(SKCodec codec, int frame)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height));
        Assert.Equal(
            SKCodecResult.Success, codec.GetPixels(bitmap.Info, bitmap.GetPixels(), new SKCodecOptions(frame)));
        return bitmap.GetPixel(1, 1);
    }

    /// <summary>Where the given number of frames ends: each ends with its pixels and an empty block.</summary>
    private static int FramesEnd(byte[] gif, int frames) =>
        gif.AsSpan().IndexOf(frames == 1 ? [0x84, 0x5F, 0] : (ReadOnlySpan<byte>)[0x8C, 0x5F, 0]) + 3;

    private static IEnumerable<string> ChunksOf(byte[] png)
    {
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
        {
            yield return Encoding.ASCII.GetString(png, at + 4, 4);
        }
    }
}
