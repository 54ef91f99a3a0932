using Lysekil.Local.Telemetry;

namespace Lysekil.Local.Output;

/// <summary>Writes what was measured while the runner was up.</summary>
internal static class MeasurementLines
{
    public static void Write(Screen screen, IEnumerable<Measurements.Summary> summaries)
    {
        foreach (var summary in summaries)
        {
            var mean = summary.Sum / summary.Count;
            var figures = FormattableString.Invariant(summary.IsInSeconds
                ? $"{summary.Count} times, {mean:0.00} s on average, {summary.Most:0.00} s at most"
                : (FormattableString)$"{summary.Sum:0}");
            screen.WriteLine($"{summary.Name,-44}  {figures}");
        }
    }
}
