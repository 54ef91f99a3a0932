using Microsoft.Extensions.Configuration;

namespace Lysekil.Functions.Tests.Settings;

/// <summary>A file of the app's, where a build has put it for the host: beside the app.</summary>
internal static class SettingsFile
{
    public static IConfiguration Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name));
        return new ConfigurationBuilder().AddJsonStream(file).Build();
    }
}
