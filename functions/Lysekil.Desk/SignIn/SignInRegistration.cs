using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Desk.SignIn;

/// <summary>Registers authentication, the policies of the roles, and anti-forgery.</summary>
internal static class SignInRegistration
{
    public const string Scheme = "desk";

    public static void AddDeskSignIn(
        this IServiceCollection services, SignInMode mode, IReadOnlyList<DeskRole> laptopRoles)
    {
        var authentication = services.AddAuthentication(Scheme);
        if (mode == SignInMode.Platform)
        {
            authentication.AddScheme<PlatformSignInOptions, PlatformSignIn>(Scheme, _ => { });
        }
        else
        {
            authentication.AddScheme<LaptopSignInOptions, LaptopSignIn>(Scheme, laptop => laptop.Roles = laptopRoles);
        }

        services.AddSingleton(mode == SignInMode.Platform ? SignInLinks.OfPlatform : SignInLinks.OfLaptop);
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<DeskRole>())
        {
            policies.AddPolicy(role.ClaimValue(), policy => policy.RequireRole(role.ClaimValue()));
        }

        services.AddAntiforgery(tokens =>
        {
            tokens.Cookie.Name = "desk-antiforgery";
            tokens.Cookie.Path = "/desk";
            tokens.Cookie.SameSite = SameSiteMode.Strict;
            tokens.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            tokens.SuppressXFrameOptionsHeader = true; // The policy of SecurityHeaders says which pages are framed.
        });
    }

    /// <summary>Asks for a role: 401 to a request that is not signed in, 403 to one without the role.</summary>
    public static TBuilder RequireDeskRole<TBuilder>(this TBuilder endpoint, DeskRole role)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(role.ClaimValue());
}
