using System.Buffers;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>Percent-encoding of paths.</summary>
public static class UrlPath
{
    /// <summary>The unreserved characters (RFC 3986, section 2.3), and the separator of segments.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether the path needs no encoding, as is the case for nearly all paths of a site.</summary>
    public static bool IsPlain(string path) => !path.AsSpan().ContainsAnyExcept(Plain);

    /// <summary>The path with each segment percent-encoded (RFC 3986, section 2.1).</summary>
    public static string Escape(string path) =>
        IsPlain(path) ? path : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
