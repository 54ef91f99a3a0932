namespace Lysekil.Desk.SignIn;

/// <summary>
/// What an account may do at the desk; each role includes those below it. In Microsoft Entra each is an app role:
/// <em>Läsare</em>, <em>Redaktör</em> and <em>Utgivare</em>, whose claims have the values <c>Lasare</c>,
/// <c>Redaktor</c> and <c>Utgivare</c> (a value may hold no å, ä or ö).
/// </summary>
public enum DeskRole
{
    /// <summary><em>Läsare</em>: sees files, history and previews.</summary>
    Reader,

    /// <summary><em>Redaktör</em>: writes drafts and uploads pictures.</summary>
    Editor,

    /// <summary><em>Utgivare</em>: publishes, deletes, restores and renames, and reads the audit log.</summary>
    Publisher,
}

/// <summary>Roles as claims and in Swedish.</summary>
public static class DeskRoles
{
    /// <summary>The value of the role's claim; also the name of the policy that asks for the role.</summary>
    public static string ClaimValue(this DeskRole role) => role switch
    {
        DeskRole.Reader => "Lasare",
        DeskRole.Editor => "Redaktor",
        _ => "Utgivare",
    };

    public static string InSwedish(this DeskRole role) => role switch
    {
        DeskRole.Reader => "läsare",
        DeskRole.Editor => "redaktör",
        _ => "utgivare",
    };

    /// <summary>The role of a claim's value; <c>null</c> if the value is another application's.</summary>
    public static DeskRole? Parse(string claimValue) =>
        Enum.GetValues<DeskRole>().Cast<DeskRole?>().FirstOrDefault(r => r!.Value.ClaimValue() == claimValue);
}
