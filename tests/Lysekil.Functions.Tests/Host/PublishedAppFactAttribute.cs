using System.Runtime.InteropServices;

namespace Lysekil.Functions.Tests.Host;

/// <summary>A test that runs the published app, which is published for Linux on x64 alone.</summary>
internal sealed class PublishedAppFactAttribute : FactAttribute
{
    public PublishedAppFactAttribute()
    {
        if (!IsSupported)
        {
            Skip = "The app is published for Linux on x64, and runs there alone.";
        }
    }

    /// <summary>Whether this machine can run the published app.</summary>
    public static bool IsSupported { get; } =
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64;
}
