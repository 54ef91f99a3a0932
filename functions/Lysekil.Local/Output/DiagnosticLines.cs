using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Output;

/// <summary>Writes the diagnostics of a file as editors get them, in Swedish: place, problem, remedy.</summary>
internal static class DiagnosticLines
{
    public static void Write(Screen screen, SourcePath path, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var place = diagnostic.Line is { } line ? FormattableString.Invariant($"{path}:{line}") : path.ToString();
            if (diagnostic.Severity == Severity.Refusal)
            {
                screen.WriteLine($"  [red]{place}[/]  {diagnostic.Message}");
            }
            else
            {
                screen.WriteLine($"  [yellow]{place}[/]  {diagnostic.Message}");
            }

            screen.WriteLine($"    → {diagnostic.Remedy}");
        }
    }
}
