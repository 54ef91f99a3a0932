using Lysekil.Local.Mirror;

namespace Lysekil.Local;

/// <summary>The folders that the runner finds by itself when it starts within a repository.</summary>
internal static class Repository
{
    /// <summary>A git-ignored folder beside the content folder, or in the working folder.</summary>
    public static string DataFolder =>
        Path.Combine(Path.GetDirectoryName(ContentFolder.FindFrom(".")?.FullPath) ?? Path.GetFullPath("."), ".lysekil");

    /// <summary>The named folder, or else that of the repository.</summary>
    /// <exception cref="RunnerException">There is none.</exception>
    public static ContentFolder Content(DirectoryInfo? named)
    {
        if (named is null)
        {
            return ContentFolder.FindFrom(".") ?? throw new RunnerException(
                $"There is no folder content with a site.yaml or articles in {Path.GetFullPath(".")} or above it.",
                "Start the runner in the repository, or name a folder: --content DIR");
        }

        return named.Exists
            ? new ContentFolder(named.FullName)
            : throw new RunnerException(
                $"There is no folder {named.FullName}.", "Name the folder that holds the articles.");
    }
}
