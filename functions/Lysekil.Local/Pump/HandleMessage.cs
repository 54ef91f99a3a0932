using Lysekil.Publishing.Messaging;

namespace Lysekil.Local.Pump;

/// <summary>The function that a message triggers. An exception is a failed try.</summary>
/// <param name="received">The message, its text decoded.</param>
/// <param name="cancellation">Set when the process ends; the message comes back.</param>
internal delegate Task HandleMessage(ReceivedMessage received, CancellationToken cancellation);
