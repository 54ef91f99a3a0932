namespace Lysekil.Local.Pump;

/// <summary>A queue to take messages from. Faults are exceptions; a lease that was lost is no fault, and does nothing.</summary>
internal interface IPumpedQueue
{
    string Name { get; }

    /// <summary>Takes up to <paramref name="most"/> messages (1–32), and hides them for <paramref name="lease"/>.</summary>
    Task<IReadOnlyList<PumpedMessage>> ReceiveAsync(int most, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Hides the message for another while; zero shows it again. <c>null</c>: the lease was lost.</summary>
    Task<PumpedMessage?> HideAsync(PumpedMessage message, TimeSpan lease, CancellationToken cancellation);

    Task DeleteAsync(PumpedMessage message, CancellationToken cancellation);

    /// <summary>Moves the message to the queue of those that failed too often.</summary>
    Task PoisonAsync(PumpedMessage message, CancellationToken cancellation);

    /// <summary>How many messages there are, the hidden ones among them.</summary>
    Task<int> CountAsync(CancellationToken cancellation);

    /// <summary>How many messages have failed too often.</summary>
    Task<int> CountPoisonedAsync(CancellationToken cancellation);
}
