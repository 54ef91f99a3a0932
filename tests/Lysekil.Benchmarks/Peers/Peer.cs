using Lysekil.Benchmarks.Measuring;

namespace Lysekil.Benchmarks.Peers;

/// <summary>
/// A site generator with a site of the same articles, but fewer and plainer pages than Lysekil's (no months, no
/// years of a topic, no search, one feed).
/// </summary>
/// <param name="Name">The name of the generator, and of the folder with its templates.</param>
/// <param name="Command">A file, or a name on the path.</param>
/// <param name="Arguments">The arguments of a build.</param>
/// <param name="Content">The folder of the articles, relative to the site's folder.</param>
/// <param name="VersionArgument">The argument that prints the version.</param>
internal sealed record Peer(
    string Name, string Command, IReadOnlyList<string> Arguments, string Content, string VersionArgument)
{
    /// <summary>The output folder, relative to the site's folder.</summary>
    public const string Output = "public";

    public static Peer Hugo(string command) =>
        new("Hugo", command, ["--quiet", "--destination", Output], Path.Combine("content", "artiklar"), "version");

    public static Peer Eleventy(string command) =>
        new("Eleventy", command, ["--quiet", $"--output={Output}"], "artiklar", "--version");

    /// <summary>The version on one line; <c>null</c> if the generator is not installed.</summary>
    public async Task<string?> VersionAsync(string folder) =>
        (await MeasuredProcess.RunAsync(folder, Command, VersionArgument))?.Output.Trim();
}
