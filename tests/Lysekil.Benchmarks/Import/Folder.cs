using Lysekil.Benchmarks.Corpus;

namespace Lysekil.Benchmarks.Import;

/// <summary>A folder of articles on disk.</summary>
internal static class Folder
{
    public static void Fill(string folder, int articles)
    {
        for (var number = 0; number < articles; number++)
        {
            var path = Path.Combine(folder, Articles.Path(number));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Articles.Text(number));
        }
    }

    /// <summary>All files below a folder.</summary>
    public static IReadOnlyList<string> FilesIn(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
}
