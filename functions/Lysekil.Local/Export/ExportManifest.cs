using System.Text;

namespace Lysekil.Local.Export;

/// <summary>
/// The list of the files that an export has written, kept in its folder. It marks the folder as an export, and names
/// all that a later export may remove.
/// </summary>
internal static class ExportManifest
{
    public const string FileName = ".lysekil-export";

    /// <summary>The names that an earlier export has written; <c>null</c> if the folder is not an export.</summary>
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
