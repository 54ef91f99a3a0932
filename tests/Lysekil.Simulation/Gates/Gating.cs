namespace Lysekil.Simulation;

/// <summary>The three steps of a call that passes a gate.</summary>
internal static class Gating
{
    public static async Task<T> PassAsync<T>(
        this IStorageGate gate, StorageCall call, Func<Task<T>> effect, CancellationToken cancellation)
    {
        await gate.BeforeAsync(call, cancellation);
        var answer = await effect();
        await gate.AfterAsync(call, cancellation);
        return answer;
    }
}
