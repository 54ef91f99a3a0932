namespace Lysekil.Simulation;

/// <summary>Lets every call pass at once.</summary>
public sealed class OpenGate : IStorageGate
{
    public static OpenGate Instance { get; } = new();

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

    public Task AfterAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;
}
