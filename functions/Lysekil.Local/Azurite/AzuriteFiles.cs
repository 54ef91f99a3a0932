using System.Security.Cryptography;

namespace Lysekil.Local.Azurite;

/// <summary>The files beside this one that an installation is made from; they travel inside the assembly.</summary>
internal static class AzuriteFiles
{
    public const string Host = "azurite-host.cjs";

    private static readonly string[] _names = ["package.json", "package-lock.json", Host];

    /// <summary>Names the files' content: whatever changes in them needs another installation.</summary>
    public static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in _names) { hash.AppendData(Read(name)); }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }

    public static void WriteTo(string folder)
    {
        foreach (var name in _names) { File.WriteAllBytes(Path.Combine(folder, name), Read(name)); }
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(AzuriteFiles).Assembly.GetManifestResourceStream("azurite/" + name)!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
