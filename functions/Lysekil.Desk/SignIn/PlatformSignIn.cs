using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lysekil.Desk.SignIn;

/// <summary>Whether App Service authentication stands before the app.</summary>
internal sealed class PlatformSignInOptions : AuthenticationSchemeOptions
{
    /// <summary>The setting by which the platform says so; no caller can write it.</summary>
    public const string Setting = "WEBSITE_AUTH_ENABLED";

    public bool IsOn { get; set; } =
        "True".Equals(Environment.GetEnvironmentVariable(Setting), StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// Believes the principal that App Service authentication puts into a header. The platform removes a caller's own
/// header of that name; where it is off nothing does, so the header is not looked at.
/// </summary>
internal sealed class PlatformSignIn(
    IOptionsMonitor<PlatformSignInOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<PlatformSignInOptions>(options, logs, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers[ClientPrincipal.Header];
        if (!Options.IsOn || header.Count != 1)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(ClientPrincipal.Read(header.ToString()) is { } account
            ? AuthenticateResult.Success(new AuthenticationTicket(account.ToPrincipal(Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("The platform's principal cannot be read."));
    }
}
