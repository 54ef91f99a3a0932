using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// Holds what the archive remembers of a source, and a clean run takes from it, against what the editors did: each memory
/// must be of a version that was uploaded, of that source or of one that it may have been renamed from.
/// </summary>
internal static class Memories
{
    public static void Check(SiteState site, Journal journal)
    {
        foreach (var record in site.Records.Values)
        {
            if (record.Live is { } live)
            {
                var versions = journal.Of(record.Path.Value);
                Expect(versions.Any(v => v.Modified == live.Modified && v.Hash == live.Accepted), record, "shows a version that nobody uploaded then");
            }

            if (record.Path.Kind is SourceKind.Article or SourceKind.StandingPage)
            {
                CheckText(record, journal.OfKin(record.Path.Value));
            }
        }
    }

    private static void CheckText(SourceRecord record, IReadOnlyList<UploadedVersion> versions)
    {
        var texts = versions.Select(v => Read(record, v)).OfType<Manuscript>().ToList();
        var pages = texts.Select(t => t.Page).ToHashSet();
        Expect(versions.Any(v => v.Modified == record.Created), record, "was created when nobody uploaded it");
        Expect(record.PublishedText is null || texts.Any(t => t.Text == record.PublishedText), record, "remembers a text that nobody wrote");
        Expect(record.FormerPages.Append(record.LastPage).OfType<PageKey>().All(pages.Contains), record, "was where nobody wanted it");
        if (record.Updated is { } updated)
        {
            Expect(versions.Any(v => v.Modified == updated), record, "was updated when nobody uploaded it");
            Expect(texts.Select(t => t.Text).Distinct().Count() > 1, record, "was updated, and has always said the same");
        }

        // The second article at a path, and those after it, are numbered.
        var ids = texts.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Date:yyyy-MM-dd}:{t.Path}"));
        Expect(ids.Any(id => record.Id == id || record.Id.StartsWith(id + "/", StringComparison.Ordinal)) || record.Id.Length == 0, record, "has an identifier of a day on which nobody dated it");
    }

    private static Manuscript? Read(SourceRecord record, UploadedVersion version) =>
        new SourcePath(version.Path) is { Kind: SourceKind.Article or SourceKind.StandingPage } path
            ? ManuscriptReader.Read(path, version.Content, record.Created, SiteSettings.Default.TimeZone).Manuscript
            : null;

    private static void Expect(bool holds, SourceRecord record, string otherwise) =>
        Assert.True(holds, $"{record.Path} {otherwise}:\n{record}");
}
