namespace Lysekil.Local.Pump;

/// <summary>The function that a message triggers. An exception is a failed try.</summary>
/// <param name="message">The text, decoded.</param>
/// <param name="attempt">1 at the first try.</param>
/// <param name="cancellation">Set when the process ends; the message comes back.</param>
internal delegate Task HandleMessage(string message, int attempt, CancellationToken cancellation);
