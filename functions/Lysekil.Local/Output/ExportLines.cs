using Lysekil.Local.Export;

namespace Lysekil.Local.Output;

/// <summary>Writes what an export has done.</summary>
internal static class ExportLines
{
    public static void Write(Screen screen, string folder, ExportReport report)
    {
        screen.WriteLine(
            $"Exported to {folder}: {report.Files} files, {report.Written} written, {report.Removed} removed.");
        foreach (var name in report.Skipped)
        {
            screen.WriteLine($"[yellow]Left out, its name cannot be a file's:[/] {name}");
        }
    }
}
