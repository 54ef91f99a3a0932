using Lysekil.Local.Tests.Runner;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>A runner that is killed by SIGKILL at any moment, also while it starts, and started again.</summary>
/// <param name="site">The site on which it runs.</param>
/// <param name="random">Says when it is killed.</param>
/// <param name="earlier">The <c>Lysekil.Local.dll</c> of an earlier build that half of the starts take, if any.</param>
internal sealed class KilledRunner(ChaosSite site, Random random, string? earlier)
{
    private const int LongestRun = 5_000; // ms
    private const int LongestDowntime = 1_200; // ms; uploads in this time raise no event

    public int Kills { get; private set; }

    /// <summary>Runs until <paramref name="over"/> is set; then the runner is dead.</summary>
    public async Task RunAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await using var runner = site.StartRunner(random.Next(2) == 0 ? earlier : null);
            if (random.Next(4) > 0)
            {
                await IsUpAsync(runner, over);
            }

            await PassAsync(random.Next(LongestRun), over);
            await runner.KillAsync();
            Kills++;
            await PassAsync(random.Next(LongestDowntime), over);
        }
    }

    /// <exception cref="InvalidOperationException">The runner ended by itself.</exception>
    private static async Task IsUpAsync(RunnerProcess runner, CancellationToken over)
    {
        try
        {
            await runner.Address.WaitAsync(over);
        }
        catch (OperationCanceledException)
        {
            // The runner need not be up any more.
        }
    }

    private static async Task PassAsync(int milliseconds, CancellationToken over) =>
        await Task.Delay(milliseconds, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
