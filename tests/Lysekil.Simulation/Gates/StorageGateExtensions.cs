namespace Lysekil.Simulation;

/// <summary>The steps of a call through a gate.</summary>
internal static class StorageGateExtensions
{
    /// <summary>Passes the gate, and repeats a change if the gate says that the client library does.</summary>
    public static async Task<T> PassAsync<T>(
        this IStorageGate gate, StorageCall call, Func<Task<T>> effect, CancellationToken cancellation)
    {
        await gate.BeforeAsync(call, cancellation);
        var answer = await effect();
        if (call.Operation.IsChange() && gate.IsRepeated(call))
        {
            answer = await effect();
        }

        await gate.AfterAsync(call, cancellation);
        return answer;
    }

    /// <inheritdoc cref="PassAsync{T}"/>
    public static Task PassAsync(
        this IStorageGate gate, StorageCall call, Func<Task> effect, CancellationToken cancellation) =>
        gate.PassAsync(
            call,
            async () =>
            {
                await effect();
                return true;
            },
            cancellation);

    private static bool IsChange(this StorageOperation operation) => operation is
        StorageOperation.Write or StorageOperation.Delete or StorageOperation.Tag
        or StorageOperation.Commit or StorageOperation.Send;
}
