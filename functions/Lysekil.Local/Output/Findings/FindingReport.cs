using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Output.Findings;

/// <summary>What a check or a publish of a folder has found.</summary>
/// <param name="Folder">The full path of the folder.</param>
/// <param name="Findings">In the order of their files.</param>
internal sealed record FindingReport(string Folder, IReadOnlyList<Finding> Findings)
{
    /// <summary>The report of diagnosed files, in the ordinal order of their paths.</summary>
    public static FindingReport Of(
        string folder, IEnumerable<(SourcePath Path, IEnumerable<Diagnostic> Diagnostics)> files) =>
        new(folder, [.. files.OrderBy(f => f.Path).SelectMany(f => f.Diagnostics.Select(d => new Finding(f.Path, d)))]);

    public void Write(Screen screen, FindingFormat format)
    {
        switch (format)
        {
            case FindingFormat.Json:
                screen.WriteUnformatted(JsonFindings.Write(this));
                break;
            case FindingFormat.Sarif:
                screen.WriteUnformatted(SarifFindings.Write(this));
                break;
            case FindingFormat.GitHub:
                screen.WriteUnformatted(GitHubFindings.Write(this));
                break;
            default:
                foreach (var file in Findings.GroupBy(f => f.Path))
                {
                    DiagnosticLines.Write(screen, file.Key, file.Select(f => f.Diagnostic));
                }

                break;
        }
    }

    /// <summary>The path of a file for programs: from the working folder if it is below it, else absolute.</summary>
    public string PathOf(SourcePath file)
    {
        var path = Path.GetRelativePath(".", Path.Combine(Folder, file.Value));
        return (path.StartsWith("..", StringComparison.Ordinal) ? Path.Combine(Folder, file.Value) : path)
            .Replace('\\', '/');
    }
}

internal enum FindingFormat
{
    /// <summary>Lines for people, in colour on a terminal.</summary>
    Text,

    Json,

    /// <summary>The Static Analysis Results Interchange Format, which code hosts and editors show.</summary>
    Sarif,

    /// <summary>Annotations by workflow commands of GitHub Actions.</summary>
    GitHub,
}
