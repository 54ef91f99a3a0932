namespace Lysekil.Functions;

/// <summary>
/// Lets an invocation finish that the functions host cancels, as it does when its instance ends. Most work is done
/// within seconds, and its message deleted. Work that is cut short is a failed attempt: the host logs it, and the
/// queue shows its message again.
/// </summary>
internal static class GracePeriod
{
    /// <summary>
    /// For how long cancelled work goes on. A host that ends waits ten seconds for its invocations, and five for its
    /// worker.
    /// </summary>
    public static TimeSpan Length { get; } = TimeSpan.FromSeconds(4);

    /// <summary>Does the work of an invocation.</summary>
    /// <param name="work">The work, and what cancels it: <see cref="Length"/> after the invocation.</param>
    /// <param name="invocation">Cancels the invocation.</param>
    public static async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken invocation)
    {
        using var ending = new CancellationTokenSource();
        await using var cancelling = invocation.Register(() => ending.CancelAfter(Length));
        await work(ending.Token);
    }
}
