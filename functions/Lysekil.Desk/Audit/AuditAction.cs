namespace Lysekil.Desk.Audit;

/// <summary>What an account did to a file; entries are stored with the name, so a name in use stays.</summary>
public enum AuditAction
{
    Created,
    Saved,
    Uploaded,
    Published,
    Scheduled,
    Unpublished,
    Moved,
    Deleted,
    Restored,
}

public static class AuditActions
{
    /// <summary>"sparade", as in "anna@example.org sparade artiklar/a.md".</summary>
    public static string InSwedish(this AuditAction action) => action switch
    {
        AuditAction.Created => "skapade",
        AuditAction.Saved => "sparade",
        AuditAction.Uploaded => "laddade upp",
        AuditAction.Published => "publicerade",
        AuditAction.Scheduled => "schemalade",
        AuditAction.Unpublished => "avpublicerade",
        AuditAction.Moved => "flyttade",
        AuditAction.Deleted => "raderade",
        _ => "återställde",
    };
}
