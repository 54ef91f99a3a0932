namespace Lysekil.Local.Pump;

/// <summary>
/// A queue to receive messages from. Faults are exceptions. A lost lease is not a fault: the call then has no effect.
/// </summary>
internal interface IPumpedQueue
{
    string Name { get; }

    /// <summary>Receives 1–32 messages, and hides them for <paramref name="lease"/>.</summary>
    Task<IReadOnlyList<PumpedMessage>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Renews the lease; zero shows the message again. <c>null</c> if the lease is lost.</summary>
    Task<PumpedMessage?> HideAsync(PumpedMessage message, TimeSpan lease, CancellationToken cancellation);

    Task DeleteAsync(PumpedMessage message, CancellationToken cancellation);

    /// <summary>Moves the message to the poison queue.</summary>
    Task PoisonAsync(PumpedMessage message, CancellationToken cancellation);

    /// <summary>The number of messages, hidden ones included.</summary>
    Task<int> CountAsync(CancellationToken cancellation);

    /// <summary>The number of messages in the poison queue.</summary>
    Task<int> CountPoisonedAsync(CancellationToken cancellation);
}
