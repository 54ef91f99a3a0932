using System.Text.Json.Serialization;

namespace Lysekil.Desk.Audit;

/// <summary>
/// One change of one file: no text of it, and no personal data beyond the account.
/// </summary>
/// <param name="Time">When the change had been made.</param>
/// <param name="Account">The account's name.</param>
/// <param name="Action">What was done.</param>
/// <param name="Path">The file.</param>
/// <param name="EtagBefore">The version before; <c>null</c> where there was no file.</param>
/// <param name="EtagAfter">The version after; <c>null</c> where there is no file any more.</param>
/// <param name="Content">The hash of the content after; <c>null</c> where there is none.</param>
public sealed record AuditEntry(
    DateTimeOffset Time,
    string Account,
    AuditAction Action,
    string Path,
    string? EtagBefore,
    string? EtagAfter,
    string? Content);

[JsonSerializable(typeof(AuditEntry))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
internal sealed partial class AuditJson : JsonSerializerContext;
