using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Output;

/// <summary>Writes what an editor should know about a file: where, what is wrong, how to mend it. In Swedish, as it comes.</summary>
internal static class DiagnosticLines
{
    public static void Write(Screen screen, SourcePath path, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var place = diagnostic.Line is { } line ? FormattableString.Invariant($"{path}:{line}") : path.ToString();
            if (diagnostic.Severity == Severity.Refusal)
            {
                screen.Line($"  [red]{place}[/]  {diagnostic.Message}");
            }
            else
            {
                screen.Line($"  [yellow]{place}[/]  {diagnostic.Message}");
            }

            screen.Line($"    → {diagnostic.Remedy}");
        }
    }
}
