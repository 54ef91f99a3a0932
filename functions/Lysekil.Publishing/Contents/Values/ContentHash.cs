using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Lysekil.Publishing.Contents.Values;

/// <summary>
/// The SHA-256 of some content, as 64 lower-case hexadecimal digits; accepted contents are named by it.
/// </summary>
public readonly record struct ContentHash(string Value)
{
    public static ContentHash Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>The hash of the lines in UTF-8, joined by <c>\n</c>, without allocating the joined text.</summary>
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

    /// <summary>The hash of the bytes that were read of a stream, and of its rest.</summary>
    public static Task<ContentHash> OfAsync(
        ReadOnlyMemory<byte> start, Stream rest, CancellationToken cancellation) =>
        OfAsync(start, rest, _ => { }, cancellation);

    /// <inheritdoc cref="OfAsync(ReadOnlyMemory{byte}, Stream, CancellationToken)"/>
    /// <param name="start">The bytes that were read.</param>
    /// <param name="rest">The rest.</param>
    /// <param name="visit">Sees all bytes in order, one buffer after the other.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<ContentHash> OfAsync(
        ReadOnlyMemory<byte> start, Stream rest, Action<ReadOnlySpan<byte>> visit, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(start.Span);
        visit(start.Span);
        var buffer = new byte[81_920];
        for (int read; (read = await rest.ReadAsync(buffer, cancellation)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            visit(buffer.AsSpan(0, read));
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public override string ToString() => Value;
}
