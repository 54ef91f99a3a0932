namespace Lysekil.Local.Pump;

/// <summary>An attempt to handle a message that ended in a fault.</summary>
/// <param name="Queue">The name of the queue.</param>
/// <param name="Attempt">The number of the attempt, from 1.</param>
/// <param name="Poisoned">True if it was the last attempt: the message is in the poison queue.</param>
/// <param name="Fault">The exception.</param>
internal sealed record FailedAttempt(string Queue, int Attempt, bool Poisoned, Exception Fault);
