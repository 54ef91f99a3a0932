using Microsoft.Extensions.Configuration;

namespace Lysekil.Functions.Tests.Settings;

/// <summary>A file that the build puts beside the app, or beside these tests.</summary>
internal static class SettingsFile
{
    public static IConfiguration Read(string name)
    {
        using var file = File.OpenRead(PathOf(name));
        return new ConfigurationBuilder().AddJsonStream(file).Build();
    }

    public static IEnumerable<string> ReadLines(string name) => File.ReadLines(PathOf(name));

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
