using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Lysekil.Publishing.Contents.Values;

/// <summary>The SHA-256 of some content, as 64 lower-case hexadecimal digits: its name wherever it is kept.</summary>
public readonly record struct ContentHash(string Value)
{
    public static ContentHash Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The hash of some lines of text in UTF-8, without the copies that joining them would take.</summary>
    public static ContentHash OfLines(params ReadOnlySpan<string> lines)
    {
        var most = 0;
        foreach (var line in lines)
        {
            most += Encoding.UTF8.GetMaxByteCount(line.Length) + 1;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(most);
        var length = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                bytes[length++] = (byte)'\n';
            }

            length += Encoding.UTF8.GetBytes(lines[i], bytes.AsSpan(length));
        }

        var hash = Of(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    /// <summary>The hash of what was read of a stream already, and of the rest.</summary>
    public static async Task<ContentHash> OfAsync(ReadOnlyMemory<byte> start, Stream rest, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(start.Span);
        var buffer = new byte[81_920];
        for (int read; (read = await rest.ReadAsync(buffer, cancellation)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public override string ToString() => Value;
}
