using System.Reflection;
using System.Text.Json;

namespace Lysekil.Functions.Tests.Host;

/// <summary>The output of <c>dotnet publish</c> of a function app, as the functions host reads it.</summary>
/// <param name="project">The project's name.</param>
internal sealed class PublishedApp(string project)
{
    public static PublishedApp Publishing { get; } = new("Lysekil.Functions");

    public static PublishedApp Desk { get; } = new("Lysekil.Desk.App");

    public string Folder { get; } = typeof(PublishedApp).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == project).Value!;

    /// <summary>The names of the functions in <c>functions.metadata</c>.</summary>
    public IEnumerable<string> Functions =>
        Read("functions.metadata").EnumerateArray().Select(function => function.GetProperty("name").GetString()!);

    /// <summary>The command that starts the worker, as <c>worker.config.json</c> names it.</summary>
    public IReadOnlyList<string> Command
    {
        get
        {
            var description = Read("worker.config.json").GetProperty("description");
            var worker = description.GetProperty("defaultWorkerPath").GetString()!;
            return [description.GetProperty("defaultExecutablePath").GetString()!, Path.Combine(Folder, worker)];
        }
    }

    private JsonElement Read(string name)
    {
        var path = Path.Combine(Folder, name);
        return File.Exists(path)
            ? JsonDocument.Parse(File.ReadAllText(path)).RootElement
            : throw new FileNotFoundException(
                $"The app is not published: run dotnet publish functions/{project}.", path);
    }
}
