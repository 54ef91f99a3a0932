using System.Buffers;

namespace Lysekil.Publishing.Contents.Addresses;

/// <summary>Paths as URLs write them.</summary>
internal static class UrlPath
{
    /// <summary>The unreserved characters (RFC 3986, section 2.3), and what separates segments.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a URL has the path as it is, as nearly all paths of a site are.</summary>
    public static bool IsPlain(string path) => !path.AsSpan().ContainsAnyExcept(Plain);

    /// <summary>The path with each segment percent-encoded (RFC 3986, section 2.1).</summary>
    public static string Escape(string path) =>
        IsPlain(path) ? path : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
