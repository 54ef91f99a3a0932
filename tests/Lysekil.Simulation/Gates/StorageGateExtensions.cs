namespace Lysekil.Simulation;

/// <summary>The three steps of a call that passes a gate, and a fourth where the client makes it again.</summary>
internal static class StorageGateExtensions
{
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

    private static bool IsChange(this StorageOperation operation) => operation is
        StorageOperation.Write or StorageOperation.Delete or StorageOperation.Tag or StorageOperation.Commit or StorageOperation.Send;
}
