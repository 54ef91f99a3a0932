namespace Lysekil.Local.Pump;

/// <summary>A message that has been received, and is invisible to others as long as its lease lasts.</summary>
/// <param name="Id">Names the message.</param>
/// <param name="Receipt">Proves the lease; another after each renewal.</param>
/// <param name="Attempt">How often it has been received; 1 at first.</param>
/// <param name="Body">As it lies in the queue: base64, if its sender kept to the functions host's rules.</param>
/// <param name="Queued">When it came into the queue.</param>
internal sealed record PumpedMessage(string Id, string Receipt, int Attempt, BinaryData Body, DateTimeOffset? Queued = null);
