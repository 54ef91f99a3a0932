using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Messaging;

/// <summary>A request, in a message of the queue <c>content-events</c>, to publish one source.</summary>
/// <param name="Path">The source.</param>
/// <param name="Alarm">The date of a scheduled article's alarm; <c>null</c> for every other request.</param>
/// <param name="Trace">
/// The sender's span (see <see cref="Telemetry.PublishingTrace"/>); the work does not depend on it.
/// </param>
public sealed record PublishRequest(SourcePath Path, DateTimeOffset? Alarm, string? Trace = null);
