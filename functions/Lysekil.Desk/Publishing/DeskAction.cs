using Lysekil.Desk.Audit;

namespace Lysekil.Desk.Publishing;

/// <summary>What a publisher does with a file.</summary>
/// <param name="Name">The last part of its route.</param>
/// <param name="Title">What it does, as a heading and on its button.</param>
/// <param name="Done">What is true afterwards.</param>
/// <param name="Audited">The action in the audit log.</param>
public sealed record DeskAction(string Name, string Title, string Done, AuditAction Audited)
{
    public static DeskAction Publish { get; } = new(
        "publicera",
        "Publicera",
        "Texten är sparad som publicerad, och syns om någon sekund.",
        AuditAction.Published);

    public static DeskAction Schedule { get; } = new(
        "schemalagg", "Schemalägg", "Texten är schemalagd.", AuditAction.Scheduled);

    public static DeskAction Unpublish { get; } = new(
        "avpublicera", "Avpublicera", "Texten är ett utkast igen, och försvinner om någon sekund.",
        AuditAction.Unpublished);

    public static DeskAction Delete { get; } = new("radera", "Radera", "Filen är raderad.", AuditAction.Deleted);

    public static DeskAction Move { get; } = new(
        "flytta", "Byt namn eller flytta", "Filen är flyttad.", AuditAction.Moved);

    public static IReadOnlyList<DeskAction> All { get; } = [Publish, Schedule, Unpublish, Delete, Move];
}
