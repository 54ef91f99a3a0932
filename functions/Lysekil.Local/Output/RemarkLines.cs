using Lysekil.Publishing.Sources;

namespace Lysekil.Local.Output;

/// <summary>Writes what an editor should know about a file: where, what is wrong, how to mend it. In Swedish, as it comes.</summary>
internal static class RemarkLines
{
    public static void Write(Screen screen, SourcePath path, IEnumerable<Remark> remarks)
    {
        foreach (var remark in remarks)
        {
            var place = remark.Line is { } line ? FormattableString.Invariant($"{path}:{line}") : path.ToString();
            if (remark.Severity == RemarkSeverity.Refusal)
            {
                screen.Line($"  [red]{place}[/]  {remark.Message}");
            }
            else
            {
                screen.Line($"  [yellow]{place}[/]  {remark.Message}");
            }

            screen.Line($"    → {remark.Remedy}");
        }
    }
}
