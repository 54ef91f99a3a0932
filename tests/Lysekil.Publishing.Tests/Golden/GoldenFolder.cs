namespace Lysekil.Publishing.Tests.Golden;

/// <summary>The source folder with the golden files, and whether this run writes them instead of comparing.</summary>
internal static class GoldenFolder
{
    public static bool IsToBeWritten => Environment.GetEnvironmentVariable("LYSEKIL_GOLDEN") == "write";

    public static string Path
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(System.IO.Path.Combine(folder, "Lysekil.Publishing.Tests.csproj")))
            {
                folder = System.IO.Path.GetDirectoryName(folder)
                    ?? throw new DirectoryNotFoundException("The tests do not run from below their project.");
            }

            return System.IO.Path.Combine(folder, "Golden");
        }
    }
}
