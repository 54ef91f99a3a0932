using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Local.Output.Findings;

/// <summary>
/// Findings as workflow commands, which GitHub Actions shows as annotations of the files ("Workflow commands for GitHub
/// Actions").
/// </summary>
internal static class GitHubFindings
{
    public static string Write(FindingReport report) =>
        string.Join('\n', report.Findings.Select(f => Command(report, f)));

    private static string Command(FindingReport report, Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        var command = diagnostic.Severity == Severity.Refusal ? "error" : "warning";
        var line = diagnostic.Line is { } number ? FormattableString.Invariant($",line={number}") : "";
        var place = $"file={Property(report.PathOf(finding.Path))}{line},title={Property(diagnostic.Code)}";
        return $"::{command} {place}::{Data($"{diagnostic.Message}\n{diagnostic.Remedy}")}";
    }

    private static string Data(string text) => PrintableText.Of(text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
