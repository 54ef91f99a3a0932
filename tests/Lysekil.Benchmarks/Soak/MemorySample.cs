namespace Lysekil.Benchmarks.Soak;

/// <summary>What the process holds, and what of it is the simulated storage.</summary>
/// <param name="Second">Since the run began.</param>
/// <param name="Megabytes">Managed memory after a collection.</param>
internal sealed record MemorySample(double Second, double Megabytes);

/// <summary>The samples of a part of the run.</summary>
internal sealed record Quarter(
    string Part, double From, double To, int Samples, double Mean, double Least, double Most)
{
    public static Quarter Of(string part, IReadOnlyList<MemorySample> samples) => samples.Count == 0
        ? new(part, 0, 0, 0, 0, 0, 0)
        : new(
            part,
            samples[0].Second,
            samples[^1].Second,
            samples.Count,
            samples.Average(s => s.Megabytes),
            samples.Min(s => s.Megabytes),
            samples.Max(s => s.Megabytes));
}
