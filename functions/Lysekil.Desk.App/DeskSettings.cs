using Lysekil.Desk.SignIn;
using Microsoft.Extensions.Configuration;

namespace Lysekil.Desk.App;

/// <summary>Reads the options of the desk from the settings of the app.</summary>
internal static class DeskSettings
{
    public const string SiteAddress = "SiteAddress";

    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static DeskOptions Read(IConfiguration configuration) => new()
    {
        SignIn = SignInMode.Platform,
        SiteAddress = Uri.TryCreate(configuration[SiteAddress], UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            ? address
            : throw new InvalidOperationException(
                $"The setting '{SiteAddress}' must be the address of the site, such as https://www.lysekil.example/, "
                + $"not '{configuration[SiteAddress]}'."),
    };
}
