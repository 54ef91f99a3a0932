using Lysekil.Local.Telemetry;

namespace Lysekil.Local.Output;

/// <summary>Tells what was measured while the runner was up.</summary>
internal static class MeasurementLines
{
    public static void Write(Screen screen, IEnumerable<Measurements.Summary> summaries)
    {
        foreach (var summary in summaries)
        {
            var figures = summary.IsInSeconds
                ? FormattableString.Invariant($"{summary.Count} times, {summary.Sum / summary.Count:0.00} s on average, {summary.Most:0.00} s at most")
                : FormattableString.Invariant($"{summary.Sum:0}");
            screen.WriteLine($"{summary.Name,-44}  {figures}");
        }
    }
}
