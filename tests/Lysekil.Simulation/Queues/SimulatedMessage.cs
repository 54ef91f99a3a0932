namespace Lysekil.Simulation;

/// <summary>A message in a queue.</summary>
/// <param name="Id">Its number in the queue: the order in which messages were sent.</param>
/// <param name="Text">What was sent.</param>
/// <param name="ShowsAt">When it can be received, or received again.</param>
/// <param name="DequeueCount">
/// How often it was received. It is the receipt, too: only the last receiver holds the message.
/// </param>
public sealed record SimulatedMessage(long Id, string Text, DateTimeOffset ShowsAt, int DequeueCount);
