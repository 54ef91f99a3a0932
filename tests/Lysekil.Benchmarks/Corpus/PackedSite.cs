using Lysekil.Benchmarks.Measuring;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>
/// What a filled site's pages are rendered from, moved from memory to files, and read call by call as from a storage that is
/// away: what the process holds is then our own, and the collector has not gigabytes of others to look through.
/// </summary>
internal sealed class PackedSite : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackedTable _archive;
    private readonly PackedContainer _accepted;

    /// <param name="site">Nobody holds it afterwards.</param>
    public PackedSite(FilledSite site)
    {
        _archive = new PackedTable(Path.Combine(_folder.Path, StorageNames.Archive), site.Storage.Archive.Rows);
        _accepted = new PackedContainer(Path.Combine(_folder.Path, StorageNames.Accepted), [.. site.Storage.Accepted.Blobs.Values.OrderBy(b => b.Properties.Name, StringComparer.Ordinal)]);
        var pages = site.Storage.Web.Blobs;
        Pages = [.. pages.Keys.Select(name => PageKey.Parse(name)!)];
        Bytes = pages.Values.Sum(p => p.Properties.Length);
    }

    public ITable Archive => _archive;

    public IBlobContainer Accepted => _accepted;

    /// <summary>All pages of the site, by name.</summary>
    public IReadOnlyList<PageKey> Pages { get; }

    /// <summary>Of all pages, as they were published.</summary>
    public long Bytes { get; }

    public void Dispose()
    {
        _archive.Dispose();
        _accepted.Dispose();
        _folder.Dispose();
    }
}
