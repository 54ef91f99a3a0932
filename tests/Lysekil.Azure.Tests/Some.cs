using System.Text;
using Lysekil.Publishing.Storage;

namespace Lysekil.Azure.Tests;

/// <summary>Values that do not matter.</summary>
internal static class Some
{
    public static BlobHeaders Headers { get; } = new("text/html; charset=utf-8", "max-age=60", "a1b2c3")
    {
        Summary = "d4e5f6",
    };

    /// <summary>An ETag that no version has.</summary>
    public static ETag OtherETag { get; } = new("\"0x8DCAFE000000000\"");

    /// <inheritdoc cref="OtherETag"/>
    public static ETag OtherRowETag { get; } = new("W/\"datetime'2019-10-05T18%3A00%3A00.0000000Z'\"");

    public static IReadOnlyDictionary<string, string> NoColumns { get; } = new Dictionary<string, string>();

    public static MemoryStream Stream(string text = "Valkyriorna höll höstmöte.") =>
        new(Encoding.UTF8.GetBytes(text));

    public static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count; at++) { bytes[at] = (byte)(at % 251); }
        return bytes;
    }

    public static Dictionary<string, string> Columns(string value = "Valkyriornas höstmöte") =>
        new() { ["Title"] = value };
}
