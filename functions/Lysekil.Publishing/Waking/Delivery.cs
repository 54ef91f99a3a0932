namespace Lysekil.Publishing.Waking;

/// <summary>A message as a queue hands it out.</summary>
/// <param name="Message">Its text.</param>
/// <param name="Attempt">How often it was taken from the queue, from 1 to <see cref="MessageTries.Most"/>.</param>
/// <param name="Queued">When it came into the queue; <c>null</c> where nobody knows.</param>
public readonly record struct Delivery(string Message, int Attempt, DateTimeOffset? Queued = null);
