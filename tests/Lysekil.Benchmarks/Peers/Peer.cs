using Lysekil.Benchmarks.Measuring;

namespace Lysekil.Benchmarks.Peers;

/// <summary>
/// A site generator with a site of its own: the same articles, with fewer and plainer pages than ours (no months, no years of a
/// topic, no search, one feed).
/// </summary>
/// <param name="Name">What it is called, and what the folder with its templates is called.</param>
/// <param name="Command">On the path, or a file.</param>
/// <param name="Arguments">For a full build; it is its rebuild, too.</param>
/// <param name="Content">Where its articles lie in its folder.</param>
/// <param name="VersionArgument">Makes it tell its version.</param>
internal sealed record Peer(string Name, string Command, IReadOnlyList<string> Arguments, string Content, string VersionArgument)
{
    /// <summary>Where its pages go in its folder.</summary>
    public const string Output = "public";

    public static Peer Hugo(string command) => new("Hugo", command, ["--quiet", "--destination", Output], Path.Combine("content", "artiklar"), "version");

    public static Peer Eleventy(string command) => new("Eleventy", command, ["--quiet", $"--output={Output}"], "artiklar", "--version");

    /// <summary>Its version, on one line; <c>null</c> where it is not installed.</summary>
    public async Task<string?> VersionAsync(string folder) =>
        (await MeasuredProcess.RunAsync(folder, Command, VersionArgument))?.Output.Trim();
}
