namespace Lysekil.Local.Tests;

/// <summary>An empty folder that is deleted at the end of the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("lysekil-").FullName;

    public string Write(string name, string text)
    {
        var path = Path.Combine(FullPath, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Delete(string name) => File.Delete(Path.Combine(FullPath, name));

    public IEnumerable<string> Files => Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(FullPath, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public void Dispose()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.Delete(FullPath, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                // The emulator of a killed runner may still be saving.
                Thread.Sleep(100);
            }
        }
    }
}
