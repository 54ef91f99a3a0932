using System.Security.Cryptography;

namespace Lysekil.Local.Azurite;

/// <summary>The files beside this one that are not C#; the build puts them beside the program.</summary>
internal static class AzuriteFiles
{
    private static readonly string[] Package = ["package.json", "package-lock.json"];

    /// <summary>The script that runs Azurite.</summary>
    public static string Host => PathOf("azurite-host.cjs");

    /// <summary>Names what the lock file pins: another one needs another installation.</summary>
    public static string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf("package-lock.json"))))[..8];

    /// <summary>Puts into a folder what <c>npm ci</c> reads.</summary>
    public static void CopyPackageTo(string folder)
    {
        foreach (var name in Package) { File.Copy(PathOf(name), Path.Combine(folder, name), overwrite: true); }
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Azurite", name);
}
