using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>
/// The index and the accepted contents of a filled site, packed in files that are read call by call. A process that
/// renders from them holds no simulated storage in its memory.
/// </summary>
internal sealed class PackedSite : IDisposable
{
    private readonly PackedTable _index;
    private readonly PackedContainer _accepted;

    /// <param name="folder">The folder that it was packed into.</param>
    public PackedSite(string folder)
    {
        _index = new PackedTable(Path.Combine(folder, StorageNames.IndexTable));
        _accepted = new PackedContainer(Path.Combine(folder, StorageNames.Accepted));
        var pages = File.ReadAllLines(Path.Combine(folder, StorageNames.Web));
        Bytes = long.Parse(pages[0], CultureInfo.InvariantCulture);
        Pages = [.. pages.Skip(1).Select(name => PageKey.Parse(name)!)];
    }

    public ITable Index => _index;

    public IBlobContainer Accepted => _accepted;

    /// <summary>All pages of the site, by name.</summary>
    public IReadOnlyList<PageKey> Pages { get; }

    /// <summary>The size of all published pages.</summary>
    public long Bytes { get; }

    /// <summary>Packs a filled site.</summary>
    /// <param name="site">The site to measure.</param>
    /// <param name="folder">An empty folder.</param>
    public static void Pack(FilledSite site, string folder)
    {
        PackedTable.Write(Path.Combine(folder, StorageNames.IndexTable), site.Storage.Index.Rows);
        PackedContainer.Write(
            Path.Combine(folder, StorageNames.Accepted),
                [.. site.Storage.Accepted.Blobs.Values.OrderBy(b => b.Properties.Name, StringComparer.Ordinal)]);
        var pages = site.Storage.Web.Blobs;
        File.WriteAllLines(
            Path.Combine(folder, StorageNames.Web),
            pages.Keys.Order(StringComparer.Ordinal)
                .Prepend(pages.Values.Sum(p => p.Properties.Length).ToString(CultureInfo.InvariantCulture)));
    }

    public void Dispose()
    {
        _index.Dispose();
        _accepted.Dispose();
    }
}
