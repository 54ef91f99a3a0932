namespace Lysekil.Local.Pump;

/// <summary>A message that could not be handled.</summary>
/// <param name="Queue">Where it lies.</param>
/// <param name="Attempt">Which try it was.</param>
/// <param name="Poisoned">Whether it was the last.</param>
/// <param name="Fault">Why.</param>
internal sealed record FailedAttempt(string Queue, int Attempt, bool Poisoned, Exception Fault);
