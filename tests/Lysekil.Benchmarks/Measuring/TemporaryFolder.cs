namespace Lysekil.Benchmarks.Measuring;

/// <summary>An empty temporary folder, deleted on disposal.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public DirectoryInfo Directory { get; } = System.IO.Directory.CreateTempSubdirectory("lysekil-");

    public string Path => Directory.FullName;

    public void Dispose() => Directory.Delete(recursive: true);
}
