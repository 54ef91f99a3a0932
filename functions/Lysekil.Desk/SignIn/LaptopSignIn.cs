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
/// browser of this machine call under the page's own name, once that name resolves to the loopback address.
/// </summary>
internal sealed class LaptopSignIn(
    IOptionsMonitor<LaptopSignInOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<LaptopSignInOptions>(options, logs, encoder)
{
    private const string Account = "lokal";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var isLocal = Context.Connection.RemoteIpAddress is { } caller
            && IPAddress.IsLoopback(caller)
            && IsLoopbackName(Request.Host.Host);
        var account = new DeskAccount(Account, Account, Options.Roles.Cast<DeskRole?>().Max());
        return Task.FromResult(isLocal
            ? AuthenticateResult.Success(new AuthenticationTicket(account.ToPrincipal(Scheme.Name), Scheme.Name))
            : AuthenticateResult.NoResult());
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
