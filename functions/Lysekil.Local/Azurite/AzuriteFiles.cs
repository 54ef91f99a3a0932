using System.Security.Cryptography;

namespace Lysekil.Local.Azurite;

/// <summary>The files beside this one that are not C#; the build copies them to the program.</summary>
internal static class AzuriteFiles
{
    private static readonly string[] Package = ["package.json", "package-lock.json"];

    /// <summary>The script that runs Azurite.</summary>
    public static string Host => PathOf("azurite-host.cjs");

    /// <summary>A hash of the lock file: another lock file needs another installation.</summary>
    public static string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf("package-lock.json"))))[..8];

    /// <summary>Copies the files that <c>npm ci</c> reads to a folder.</summary>
    public static void CopyPackageTo(string folder)
    {
        foreach (var name in Package) { File.Copy(PathOf(name), Path.Combine(folder, name), overwrite: true); }
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Azurite", name);
}
