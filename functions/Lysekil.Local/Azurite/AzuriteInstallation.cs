using Lysekil.Local.Threading;

namespace Lysekil.Local.Azurite;

/// <summary>
/// Azurite as the lock file beside this file pins it, installed once into a git-ignored folder. An installation is made
/// under a temporary name and renamed when it is complete: one that exists can be used.
/// </summary>
public sealed class AzuriteInstallation
{
    public const string Version = "3.37.0";

    private AzuriteInstallation(string folder) => Folder = folder;

    /// <summary><c>.lysekil</c> in the repository that the program runs in, or else in the user's profile.</summary>
    public static string DefaultFolder => Path.Combine(
        Repository(AppContext.BaseDirectory)
            ?? Repository(Environment.CurrentDirectory)
            ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        ".lysekil");

    /// <summary>The folder of this installation.</summary>
    public string Folder { get; }

    internal string EntryPoint => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>
    /// Installs Azurite with <c>npm ci</c> unless it is installed: about 370 MB and half a minute. A cancelled
    /// installation starts afresh the next time.
    /// </summary>
    /// <param name="folder">The parent of the folder <c>azurite</c>, see <see cref="DefaultFolder"/>.</param>
    /// <param name="progress">Gets a line at each step and every five seconds; none if Azurite is installed.</param>
    /// <param name="cancellation">Ends npm, too.</param>
    /// <exception cref="AzuriteException">Node or npm is missing, too old, or failed.</exception>
    public static async Task<AzuriteInstallation> EnsureAsync(
        string folder, Action<string> progress, CancellationToken cancellation)
    {
        var installations = Path.Combine(folder, "azurite");
        var installation = new AzuriteInstallation(
            Path.Combine(installations, $"{Version}-{AzuriteFiles.Fingerprint()}"));
        if (Directory.Exists(installation.Folder)) { return installation; }

        await NodeTools.CheckAsync(cancellation);
        using var held = await Heartbeat.DuringAsync(
            "waiting for the installation of Azurite",
            () => FolderLock.AcquireAsync(
                installations, () => progress("Another process installs Azurite; waiting for it …"), cancellation),
            progress,
            TimeProvider.System);
        if (!Directory.Exists(installation.Folder))
        {
            await InstallAsync(installation.Folder, progress, cancellation);
        }

        return installation;
    }

    private static async Task InstallAsync(string target, Action<string> progress, CancellationToken cancellation)
    {
        progress($"Installing Azurite {Version}, the local storage, into {target} (once, half a minute) …");
        var unfinished = CreateUnfinished(target);
        AzuriteFiles.CopyPackageTo(unfinished);

        await Heartbeat.DuringAsync(
            "installing Azurite",
            () => NodeTools.RunAsync(
                NodeTools.Npm,
                ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                unfinished,
                cancellation),
            progress,
            TimeProvider.System);
        Directory.Move(unfinished, target);
        progress("Azurite is installed.");
    }

    /// <summary>
    /// Creates an empty folder for an installation, and deletes those of earlier ones that ended before they were
    /// complete.
    /// </summary>
    /// <remarks>
    /// The npm of a runner that was killed lives on and writes into its folder, so that the folder may not be deletable
    /// yet. The new installation has a name of its own, and a later one deletes what is left.
    /// </remarks>
    /// <returns>The folder.</returns>
    internal static string CreateUnfinished(string target)
    {
        var (parent, name) = (Path.GetDirectoryName(target)!, Path.GetFileName(target));
        Directory.CreateDirectory(parent);
        foreach (var abandoned in Directory.EnumerateDirectories(parent, name + "*.unfinished"))
        {
            try
            {
                Directory.Delete(abandoned, recursive: true);
            }
            catch (IOException)
            {
                // Another process still writes into it.
            }
        }

        return Directory.CreateDirectory($"{target}.{Guid.NewGuid():N}.unfinished").FullName;
    }

    private static string? Repository(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Lysekil.Serverless.sln"))) { return at.FullName; }
        }

        return null;
    }
}
