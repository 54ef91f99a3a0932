namespace Lysekil.Local.Pump;

/// <summary>A received message, hidden from other receivers while its lease lasts.</summary>
/// <param name="Id">Identifies the message in its queue.</param>
/// <param name="Receipt">Proves the lease; each renewal gives another.</param>
/// <param name="Attempt">How often it has been received; 1 at first.</param>
/// <param name="Body">The stored body: base64, if the sender keeps to the functions host's rules.</param>
/// <param name="Queued">When it was sent.</param>
internal sealed record PumpedMessage(
    string Id, string Receipt, int Attempt, BinaryData Body, DateTimeOffset? Queued = null);
