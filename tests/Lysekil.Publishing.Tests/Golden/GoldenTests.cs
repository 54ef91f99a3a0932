namespace Lysekil.Publishing.Tests.Golden;

/// <summary>
/// Every page of <see cref="GoldenSite"/>, byte for byte as it was reviewed. After an intended change:
/// <c>LYSEKIL_GOLDEN=write dotnet test tests/Lysekil.Publishing.Tests --filter Golden</c>, then look at the difference.
/// </summary>
public class GoldenTests
{
    [Fact]
    public async Task Every_page_equals_its_golden_file()
    {
        var files = await GoldenSite.FilesAsync();
        if (GoldenFolder.IsToBeWritten)
        {
            Write(files);
        }

        var golden = Directory.EnumerateFiles(Folder(), "*", SearchOption.AllDirectories)
            .ToDictionary(
                f => Path.GetRelativePath(Folder(), f).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        Assert.Equal(golden.Keys.Order(StringComparer.Ordinal), files.Keys);
        foreach (var (name, text) in files)
        {
            Assert.True(golden[name] == text, $"{name} is another than Golden/Pages/{name}:\n{text}");
        }
    }

    private static void Write(SortedDictionary<string, string> files)
    {
        if (Directory.Exists(Folder()))
        {
            Directory.Delete(Folder(), recursive: true);
        }

        foreach (var (name, text) in files)
        {
            var file = Path.Combine(Folder(), name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static string Folder() => Path.Combine(GoldenFolder.Path, "Pages");
}
