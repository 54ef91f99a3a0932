using System.Text;

namespace Lysekil.Local.Export;

/// <summary>
/// The list, kept in an export folder, of what an export has written there: its mark, and all that a later export may
/// remove.
/// </summary>
internal static class ExportManifest
{
    public const string FileName = ".lysekil-export";

    /// <summary>The names that an earlier export wrote; <c>null</c> where the folder is not an export.</summary>
    public static IReadOnlyList<string>? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? [.. File.ReadLines(path, Encoding.UTF8).Where(line => line.Length > 0)] : null;
    }

    public static void Write(string folder, IEnumerable<string> names) =>
        File.WriteAllText(
            Path.Combine(folder, FileName),
            string.Concat(names.Order(StringComparer.Ordinal).Select(name => name + "\n")));
}
