using Lysekil.Tests;

namespace Lysekil.Publishing.Tests.Contents.Word;

/// <summary>A test of a long run that needs LibreOffice.</summary>
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public const string Program = "soffice";

    public LibreOfficeFactAttribute()
    {
        if (!LongRun.IsOn || !IsOnPath)
        {
            Skip = $"Takes half a minute: tests/long runs it where {Program} is installed, as in CI.";
        }
    }

    private static bool IsOnPath => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));
}
