namespace Lysekil.Simulation;

/// <summary>
/// Stands between the engine and storage, for a scheduler that orders calls, and for faults. Each call passes in three
/// steps: before, the effect (which is indivisible), after.
/// </summary>
public interface IStorageGate
{
    /// <summary>Awaited before the call takes effect. The caller gets its exception; the call has no effect.</summary>
    Task BeforeAsync(StorageCall call, CancellationToken cancellation);

    /// <summary>
    /// Awaited after the call took effect. The caller gets its exception in place of the result; the effect stays.
    /// </summary>
    Task AfterAsync(StorageCall call, CancellationToken cancellation);

    /// <summary>
    /// True if the result of a change is lost and the client library repeats the call. The caller then gets the second
    /// result, often a conflict although the first call took effect.
    /// </summary>
    bool IsRepeated(StorageCall call) => false;
}
