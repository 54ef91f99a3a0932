namespace Lysekil.Desk.SignIn;

/// <summary>Where an editor signs in and out.</summary>
/// <param name="SignOut">The address that ends the session; <c>null</c> where there is none to end.</param>
/// <param name="SignInAgain">The address that signs in and ends at <c>/desk/inloggad</c>.</param>
internal sealed record SignInLinks(string? SignOut, string SignInAgain)
{
    private const string SignedIn = "/desk/inloggad";

    /// <summary>App Service's own endpoints ("Customize sign-in and sign-out").</summary>
    public static SignInLinks OfPlatform { get; } = new(
        "/.auth/logout?post_logout_redirect_uri=/desk/", PlatformSignInAt(SignedIn));

    public static SignInLinks OfLaptop { get; } = new(null, SignedIn);

    private bool IsPlatform => SignOut is not null;

    /// <summary>The address that signs in and comes back to a page of the desk.</summary>
    public string SignInFor(string page) => IsPlatform ? PlatformSignInAt(page) : page;

    private static string PlatformSignInAt(string page) =>
        "/.auth/login/aad?post_login_redirect_uri=" + Uri.EscapeDataString(page);
}
