using Lysekil.Local.Azurite;

namespace Lysekil.Local.Tests.Azurite;

public sealed class AzuriteInstallationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_npm_that_outlives_its_runner_does_not_stop_the_next_installation()
    {
        var target = Path.Combine(_folder.FullPath, "azurite", "3.37.0");
        var abandoned = AzuriteInstallation.CreateUnfinished(target);
        using var stopping = new CancellationTokenSource();
        var writing = Task.Run(() => WriteUntilStopped(abandoned, stopping.Token));

        for (var start = 0; start < 20; start++)
        {
            var next = AzuriteInstallation.CreateUnfinished(target);

            Assert.NotEqual(abandoned, next);
            Assert.Empty(Directory.EnumerateFileSystemEntries(next));
        }

        await stopping.CancelAsync();
        await writing;
    }

    [Fact]
    public void What_earlier_installations_left_is_deleted_and_a_complete_one_stays()
    {
        var target = Path.Combine(_folder.FullPath, "azurite", "3.37.0");
        var abandoned = AzuriteInstallation.CreateUnfinished(target);
        File.WriteAllText(Path.Combine(abandoned, "package.json"), "{}");
        Directory.CreateDirectory(target + ".unfinished"); // As runners before this version named it.
        Directory.CreateDirectory(target);

        var next = AzuriteInstallation.CreateUnfinished(target);

        Assert.Equal(
            new[] { target, next }.Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Path.GetDirectoryName(target)!).Order(StringComparer.Ordinal));
    }

    /// <summary>Writes as npm does: into folders that it creates whenever they are not there.</summary>
    private static void WriteUntilStopped(string folder, CancellationToken stopping)
    {
        for (var number = 0; !stopping.IsCancellationRequested; number++)
        {
            try
            {
                var package = Directory.CreateDirectory(Path.Combine(folder, "node_modules", $"{number % 50}"));
                File.WriteAllText(Path.Combine(package.FullName, "index.js"), "");
            }
            catch (IOException)
            {
                // The installation under test deletes what is written here.
            }
        }
    }
}
