using Lysekil.Benchmarks.Corpus;
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
    private const string Output = "public";

    public static Peer Hugo(string command) => new("Hugo", command, ["--quiet", "--destination", Output], Path.Combine("content", "artiklar"), "version");

    public static Peer Eleventy(string command) => new("Eleventy", command, ["--quiet", $"--output={Output}"], "artiklar", "--version");

    /// <summary>Its version, on one line; <c>null</c> where it is not installed.</summary>
    public async Task<string?> VersionAsync(string folder) =>
        (await MeasuredProcess.RunAsync(folder, Command, VersionArgument))?.Output.Trim();

    /// <summary>Lays out the site with its templates and so many articles.</summary>
    public void Prepare(string folder, int articles)
    {
        var templates = Path.Combine(AppContext.BaseDirectory, "Peers", Name);
        foreach (var file in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        for (var number = 0; number < articles; number++)
        {
            Write(folder, number, version: 0);
        }
    }

    /// <summary>Takes away what was built.</summary>
    public static void Clear(string folder)
    {
        var built = Path.Combine(folder, Output);
        if (Directory.Exists(built))
        {
            Directory.Delete(built, recursive: true);
        }
    }

    /// <summary>Changes one article's text.</summary>
    public void Change(string folder, int number, int version) => Write(folder, number, version);

    public async Task<MeasuredProcess> BuildAsync(string folder) =>
        await MeasuredProcess.RunAsync(folder, Command, Arguments) ?? throw new InvalidOperationException($"{Name} is gone.");

    private void Write(string folder, int number, int version)
    {
        var path = Path.Combine(folder, Content, Path.GetRelativePath("artiklar", Articles.Path(number)));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, WithTitleAndDate(Articles.Text(number, version), Path.GetFileName(path)[..10]));
    }

    /// <summary>What we read from the heading and the file's name, others need told.</summary>
    private static string WithTitleAndDate(string text, string date)
    {
        const string Opening = "---\n";
        var heading = text.IndexOf("\n# ", StringComparison.Ordinal) + 1;
        var end = text.IndexOf('\n', heading);
        return $"{Opening}title: \"{text[(heading + 2)..end]}\"\ndate: {date}\n{text[Opening.Length..heading]}{text[(end + 1)..]}";
    }
}
