using System.Reflection;
using System.Text.Json;

namespace Lysekil.Functions.Tests.Host;

/// <summary>The output of <c>dotnet publish functions/Lysekil.Functions</c>, as the functions host reads it.</summary>
internal static class PublishedApp
{
    public static string Folder { get; } = typeof(PublishedApp).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(PublishedApp)).Value!;

    /// <summary>The names of the functions in <c>functions.metadata</c>.</summary>
    public static IEnumerable<string> Functions =>
        Read("functions.metadata").EnumerateArray().Select(function => function.GetProperty("name").GetString()!);

    /// <summary>The command that starts the worker, as <c>worker.config.json</c> names it.</summary>
    public static IReadOnlyList<string> Command
    {
        get
        {
            var description = Read("worker.config.json").GetProperty("description");
            var worker = description.GetProperty("defaultWorkerPath").GetString()!;
            return [description.GetProperty("defaultExecutablePath").GetString()!, Path.Combine(Folder, worker)];
        }
    }

    private static JsonElement Read(string name)
    {
        var path = Path.Combine(Folder, name);
        return File.Exists(path)
            ? JsonDocument.Parse(File.ReadAllText(path)).RootElement
            : throw new FileNotFoundException(
                "The app is not published: run dotnet publish functions/Lysekil.Functions.", path);
    }
}
