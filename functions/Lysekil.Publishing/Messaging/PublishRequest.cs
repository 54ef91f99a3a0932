using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Messaging;

/// <summary>What a message of the queue <c>content-events</c> calls for: that one source be published.</summary>
/// <param name="Path">Which source.</param>
/// <param name="Alarm">
/// The date that the call was set for, where it is a scheduled article's alarm; <c>null</c> for every other call.
/// </param>
/// <param name="Trace">The sender's span (see <see cref="Telemetry.PublishingTrace"/>); of no account to the work.</param>
public sealed record PublishRequest(SourcePath Path, DateTimeOffset? Alarm, string? Trace = null);
