using Lysekil.Convergence.Histories;
using Lysekil.Convergence.Judging;
using Lysekil.Convergence.Running;

namespace Lysekil.Convergence;

/// <summary>Whether one history converges.</summary>
/// <param name="Seed">Which history.</param>
/// <param name="Divergence">What went wrong; <c>null</c> where nothing did.</param>
public sealed record Verdict(int Seed, string? Divergence)
{
    public static Verdict Of(int seed, Action<string>? tell = null)
    {
        try
        {
            var history = HistoryGenerator.Create(seed);
            tell?.Invoke($"seed {seed}, {history.Weather}");
            var rough = new RoughRun(history, tell);
            rough.Run();
            Comparison.Check(rough.Storage, SmoothRun.Of(rough.Commits, rough.Now));
            return new Verdict(seed, null);
        }
        catch (Exception failure) when (failure is DivergenceException or TimeoutException or InvalidOperationException)
        {
            return new Verdict(seed, failure.ToString());
        }
    }
}
