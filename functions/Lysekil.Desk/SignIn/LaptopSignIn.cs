using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lysekil.Desk.SignIn;

/// <summary>The roles of whatever calls from the laptop itself.</summary>
internal sealed class LaptopSignInOptions : AuthenticationSchemeOptions
{
    public IReadOnlyList<DeskRole> Roles { get; set; } = [];
}

/// <summary>
/// Signs in what calls from this machine under a name of this machine. The name counts, too: a foreign page may make a
/// browser of this machine call under the page's own name, once that name resolves to the loopback address. Below
/// <c>localhost</c> there are no foreign names (RFC 6761, section 6.3): <c>http://anna.localhost:4280/desk/</c> is the
/// desk of the account <c>anna</c>, so that one person can try what two editors see.
/// </summary>
internal sealed class LaptopSignIn(
    IOptionsMonitor<LaptopSignInOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<LaptopSignInOptions>(options, logs, encoder)
{
    private const string Account = "lokal";
    private const string Loopback = "localhost";
    private const string BelowLoopback = "." + Loopback;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Connection.RemoteIpAddress is not { } caller
            || !IPAddress.IsLoopback(caller)
            || NameOf(Request.Host.Host) is not { } name)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var account = new DeskAccount(name, name, Options.Roles.Cast<DeskRole?>().Max());
        return Task.FromResult(AuthenticateResult.Success(
            new AuthenticationTicket(account.ToPrincipal(Scheme.Name), Scheme.Name)));
    }

    /// <summary>
    /// The name of the account that calls a host: the one label below <c>localhost</c>, or that of every other name of
    /// this machine; <c>null</c> for a name of another machine.
    /// </summary>
    private static string? NameOf(string host)
    {
        if (host.Equals(Loopback, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
        {
            return Account;
        }

        return host.EndsWith(BelowLoopback, StringComparison.OrdinalIgnoreCase)
            && host[..^BelowLoopback.Length] is { Length: > 0 and <= 63 } label
            && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
                ? label.ToLowerInvariant()
                : null;
    }
}
