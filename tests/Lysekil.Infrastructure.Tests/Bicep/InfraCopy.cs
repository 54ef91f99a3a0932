namespace Lysekil.Infrastructure.Tests.Bicep;

/// <summary>A copy of <c>infra/</c> for commands that write beside their input.</summary>
internal sealed class InfraCopy : IDisposable
{
    private InfraCopy(string folder) => Folder = folder;

    public string Folder { get; }

    public static InfraCopy Make()
    {
        var copy = new InfraCopy(Directory.CreateTempSubdirectory("lysekil-infra-").FullName);
        foreach (var file in Directory.EnumerateFiles(Repository.Infra, "*", SearchOption.AllDirectories))
        {
            var target = copy.File(Path.GetRelativePath(Repository.Infra, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }

        return copy;
    }

    public string File(string path) => Path.Combine(Folder, path);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
