using System.Security.Claims;

namespace Lysekil.Desk.SignIn;

/// <summary>The account of a request.</summary>
/// <param name="Id">Unique and lasting, such as the object ID of Microsoft Entra.</param>
/// <param name="Name">The name that colleagues know the account by, such as its mail address.</param>
/// <param name="Role">The highest role; <c>null</c> for an account that may not use the desk.</param>
public sealed record DeskAccount(string Id, string Name, DeskRole? Role)
{
    /// <summary>The account of a principal; <c>null</c> if it is not signed in.</summary>
    public static DeskAccount? Find(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && user.FindFirst(ClaimTypes.NameIdentifier) is { } id
        && user.FindFirst(ClaimTypes.Name) is { } name
            ? new DeskAccount(id.Value, name.Value, HighestOf(user.FindAll(ClaimTypes.Role).Select(c => c.Value)))
            : null;

    /// <summary>The account of a principal that authorisation let pass.</summary>
    /// <exception cref="InvalidOperationException">It is not signed in.</exception>
    public static DeskAccount Of(ClaimsPrincipal user) =>
        Find(user) ?? throw new InvalidOperationException("The request is not signed in.");

    /// <summary>Whether the account has the role, or one above it.</summary>
    public bool Has(DeskRole role) => Role >= role;

    /// <summary>The highest role that claims give; <c>null</c> if they give none.</summary>
    internal static DeskRole? HighestOf(IEnumerable<string> claimValues) => claimValues.Select(DeskRoles.Parse).Max();

    /// <summary>The principal, with a claim for each role that the account has.</summary>
    internal ClaimsPrincipal ToPrincipal(string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, Id),
            new Claim(ClaimTypes.Name, Name),
            .. Enum.GetValues<DeskRole>().Where(Has).Select(r => new Claim(ClaimTypes.Role, r.ClaimValue())),
        ],
        scheme));
}
