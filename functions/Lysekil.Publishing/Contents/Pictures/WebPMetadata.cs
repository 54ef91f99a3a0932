using System.Buffers;
using System.Buffers.Binary;

namespace Lysekil.Publishing.Contents.Pictures;

/// <summary>Removes EXIF, XMP and unknown chunks from a WebP (RFC 9649, section 2.7).</summary>
internal static class WebPMetadata
{
    /// <summary>The bits of the features EXIF and XMP (section 2.7.1).</summary>
    private const byte MetadataFlags = 0x0C;

    /// <summary>The length of a frame's own header (section 2.7.1.2).</summary>
    private const int FrameHeader = 16;

    /// <inheritdoc cref="PictureMetadata.Without"/>
    public static byte[]? Without(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) is var length
            && (length < 4 || length > file.Length - 8))
        {
            return null;
        }

        var bare = new ArrayBufferWriter<byte>(file.Length + 1);
        bare.Write(file[..12]);
        if (!TryCopy(file[12..(8 + (int)length)], bare, isFrame: false))
        {
            return null;
        }

        var made = bare.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(made.AsSpan(4), made.Length - 8);
        return made;
    }

    /// <returns>Whether all chunks are whole and one holds pixels.</returns>
    private static bool TryCopy(ReadOnlySpan<byte> chunks, ArrayBufferWriter<byte> to, bool isFrame)
    {
        var hasPixels = false;
        while (WebPHeader.TryTakeChunk(ref chunks, out var type, out var body))
        {
            if (type.SequenceEqual("VP8 "u8) || type.SequenceEqual("VP8L"u8))
            {
                Write(to, type, body);
                hasPixels = true;
            }
            else if (type.SequenceEqual("ALPH"u8)
                || (!isFrame && (type.SequenceEqual("ICCP"u8) || type.SequenceEqual("ANIM"u8))))
            {
                Write(to, type, body);
            }
            else if (!isFrame && type.SequenceEqual("VP8X"u8) && !body.IsEmpty)
            {
                Write(to, type, [(byte)(body[0] & ~MetadataFlags), .. body[1..]]);
            }
            else if (!isFrame && type.SequenceEqual("ANMF"u8))
            {
                if (body.Length < FrameHeader)
                {
                    return false;
                }

                var frame = new ArrayBufferWriter<byte>(body.Length + 1);
                frame.Write(body[..FrameHeader]);
                if (!TryCopy(body[FrameHeader..], frame, isFrame: true))
                {
                    return false;
                }

                Write(to, type, frame.WrittenSpan);
                hasPixels = true;
            }
        }

        return chunks.IsEmpty && hasPixels;
    }

    /// <summary>Section 2.3: type, length, and data that are padded to an even length.</summary>
    private static void Write(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        to.Write(type);
        BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(4), body.Length);
        to.Advance(4);
        to.Write(body);
        to.Write(body.Length % 2 == 0 ? [] : (ReadOnlySpan<byte>)[0]);
    }
}
