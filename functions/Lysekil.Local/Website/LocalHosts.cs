using System.Net;
using Microsoft.AspNetCore.Http;

namespace Lysekil.Local.Website;

/// <summary>
/// The names of this machine under which the website answers. A foreign page may lead its own name to this machine (DNS
/// rebinding), and would read what it gets as its own; below <c>localhost</c> there are no foreign names (RFC 6761,
/// section 6.3).
/// </summary>
internal static class LocalHosts
{
    private const string Name = "localhost";

    public static bool Contain(HostString host) =>
        host.Host.ToLowerInvariant() is var name
        && (name is Name or "127.0.0.1" or "[::1]"
            || (name.EndsWith("." + Name, StringComparison.Ordinal) && name.Length > Name.Length + 1));

    /// <summary>Answers a request to another name: 421 (RFC 9110, section 15.5.20).</summary>
    public static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = (int)HttpStatusCode.MisdirectedRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("421: this server answers under the names of this machine alone.\n");
    }
}
