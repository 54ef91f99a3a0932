namespace Lysekil.Simulation;

/// <summary>
/// Stands between a caller and storage. A scheduler decides here who goes next; a fault is thrown here. Each call that
/// passes does so in three steps: before, the effect (which nothing can divide), after.
/// </summary>
public interface IStorageGate
{
    /// <summary>Awaited before the call takes effect. What it throws, the caller gets; nothing has happened.</summary>
    Task BeforeAsync(StorageCall call, CancellationToken cancellation);

    /// <summary>
    /// Awaited after the call took effect. What it throws, the caller gets instead of the answer: the effect stays.
    /// </summary>
    Task AfterAsync(StorageCall call, CancellationToken cancellation);

    /// <summary>
    /// Asked after a change took effect: whether its answer was lost on the way, and the client made the call again by
    /// itself. The caller then gets the second answer: often that of a lost race, although the race was won.
    /// </summary>
    bool IsRepeated(StorageCall call) => false;
}
