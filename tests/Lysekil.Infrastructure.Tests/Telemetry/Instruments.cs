using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Telemetry;

/// <summary>What the code measures, by name.</summary>
internal static partial class Instruments
{
    /// <summary>Named for the engine to measure, and not in it yet. What is there must not stand here.</summary>
    public static IReadOnlyList<string> ToCome { get; } =
    [
        "lysekil.publishes",
        "lysekil.queue.wait",
        "lysekil.refreshes",
        "lysekil.stale_time",
        "lysekil.upload_to_live",
    ];

    /// <summary>Those that the engine creates.</summary>
    public static IReadOnlyList<string> Created { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", "Lysekil.Publishing"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Creation().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)];

    public static IReadOnlyList<string> All { get; } = [.. Created.Union(ToCome).Order(StringComparer.Ordinal)];

    [GeneratedRegex("""\.Create(?:Counter|Histogram|UpDownCounter|ObservableGauge|Gauge)<\w+>\(\s*"(?<name>[\w.]+)""")]
    private static partial Regex Creation();
}
