using Lysekil.Publishing.Messaging;

namespace Lysekil.Local.Pump;

/// <summary>
/// The function that a message triggers. An exception is a failed attempt. After a cancellation the message shows
/// again.
/// </summary>
internal delegate Task MessageHandler(ReceivedMessage received, CancellationToken cancellation);
