using Lysekil.Benchmarks.Corpus;
using Lysekil.Benchmarks.Measuring;

namespace Lysekil.Benchmarks.Peers;

/// <summary>The site of another generator in a folder, and the figures of its builds.</summary>
internal sealed class PeerSite
{
    private readonly Peer _peer;
    private readonly string _folder;
    private readonly int _articles;
    private readonly List<MeasuredProcess> _full = [];
    private readonly List<MeasuredProcess> _again = [];

    private PeerSite(Peer peer, string folder, int articles) => (_peer, _folder, _articles) = (peer, folder, articles);

    public IEnumerable<PeerFigures> Figures =>
    [
        PeerFigures.MedianOf(_peer.Name, _articles, PeerWork.AllPages, _full),
        PeerFigures.MedianOf(_peer.Name, _articles, PeerWork.OneArticle, _again),
    ];

    /// <summary>Creates the site with its templates and articles.</summary>
    public static PeerSite Prepare(Peer peer, DirectoryInfo folder, int articles)
    {
        var templates = Path.Combine(AppContext.BaseDirectory, "Peers", peer.Name);
        foreach (var file in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder.FullName, Path.GetRelativePath(templates, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var site = new PeerSite(peer, folder.FullName, articles);
        for (var number = 0; number < articles; number++)
        {
            site.Write(number, version: 0);
        }

        return site;
    }

    /// <summary>Measures a build from scratch, and one after a change of one article.</summary>
    public async Task MeasureAsync()
    {
        var built = Path.Combine(_folder, Peer.Output);
        if (Directory.Exists(built))
        {
            Directory.Delete(built, recursive: true);
        }

        _full.Add(await BuildAsync());
        Write(_articles - 1, version: _full.Count);
        _again.Add(await BuildAsync());
    }

    private async Task<MeasuredProcess> BuildAsync() =>
        await MeasuredProcess.RunAsync(_folder, _peer.Command, _peer.Arguments)
            ?? throw new InvalidOperationException($"{_peer.Name} is gone.");

    private void Write(int number, int version)
    {
        var path = Path.Combine(_folder, _peer.Content, Path.GetRelativePath("artiklar", Articles.Path(number)));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, WithTitleAndDate(Articles.Text(number, version), Path.GetFileName(path)[..10]));
    }

    /// <summary>
    /// Adds title and date to the front matter, which Lysekil reads from the heading and the file name.
    /// </summary>
    private static string WithTitleAndDate(string text, string date)
    {
        const string Opening = "---\n";
        var heading = text.IndexOf("\n# ", StringComparison.Ordinal) + 1;
        var end = text.IndexOf('\n', heading);
        return $"{Opening}title: \"{text[(heading + 2)..end]}\"\ndate: {date}\n"
            + $"{text[Opening.Length..heading]}{text[(end + 1)..]}";
    }
}
