using System.Security.Claims;
using System.Text.Json;

namespace Lysekil.Desk.SignIn;

/// <summary>
/// The account in App Service's header <c>X-MS-CLIENT-PRINCIPAL</c>: JSON in base64 ("Work with user identities in
/// Azure App Service authentication").
/// </summary>
internal static class ClientPrincipal
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string MicrosoftEntra = "aad";

    private static readonly string[] IdClaims =
        ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid", ClaimTypes.NameIdentifier];

    private static readonly string[] NameClaims = ["preferred_username", ClaimTypes.Email, ClaimTypes.Upn, "name"];

    private static readonly string[] RoleClaims = ["roles", ClaimTypes.Role];

    /// <summary>The account; <c>null</c> if the header is no principal of Microsoft Entra.</summary>
    public static DeskAccount? Read(string header)
    {
        try
        {
            using var principal = JsonDocument.Parse(Convert.FromBase64String(header));
            return Read(principal.RootElement);
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            return null;
        }
    }

    private static DeskAccount? Read(JsonElement principal)
    {
        if (principal.ValueKind != JsonValueKind.Object
            || Text(principal, "auth_typ") != MicrosoftEntra
            || !principal.TryGetProperty("claims", out var list)
            || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var claims = list.EnumerateArray()
            .Where(claim => claim.ValueKind == JsonValueKind.Object)
            .Select(claim => (Type: Text(claim, "typ"), Value: Text(claim, "val")))
            .Where(claim => !string.IsNullOrEmpty(claim.Value))
            .ToList();
        var id = First(IdClaims);
        return id is null
            ? null
            : new DeskAccount(
                id,
                First(NameClaims) ?? id,
                DeskAccount.HighestOf(claims.Where(c => RoleClaims.Contains(c.Type)).Select(c => c.Value!)));

        string? First(string[] types) =>
            types.Select(type => claims.Find(claim => claim.Type == type).Value).FirstOrDefault(v => v is not null);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
