using System.Globalization;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>
/// Checks the history that the index keeps of a source, and that a clean run gets from it, against the journal: each
/// part must come from an uploaded version of that source, or of one that it may have been renamed from.
/// </summary>
internal static class HistoryCheck
{
    public static void Check(SiteState site, Journal journal)
    {
        foreach (var record in site.Records.Values)
        {
            if (record.Live is { } live)
            {
                var versions = journal.Of(record.Path.Value);
                var isUploaded = versions.Any(v => v.Modified == live.Modified && v.Hash == live.Accepted);
                Expect(isUploaded, record, "shows a version that was not uploaded then");
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
        Expect(versions.Any(v => v.Modified == record.Created), record, "was created when it was not uploaded");
        var isUploadedText = record.PublishedText is null || texts.Any(t => t.HashOfText() == record.PublishedText);
        Expect(isUploadedText, record, "keeps a text that was never uploaded");
        var kept = record.FormerPages.Append(record.LastPage).OfType<PageKey>();
        Expect(kept.All(pages.Contains), record, "had an address that no version has");
        if (record.Updated is { } updated)
        {
            Expect(versions.Any(v => v.Modified == updated), record, "was updated when it was not uploaded");
            var hasChanged = texts.Select(t => t.HashOfText()).Distinct().Count() > 1;
            Expect(hasChanged, record, "was updated, and has one text only");
        }

        // The second article at a path, and those after it, are numbered.
        var ids = texts.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Date:yyyy-MM-dd}:{t.Path}"));
        var hasId = record.Id.Length == 0
            || ids.Any(id => record.Id == id || record.Id.StartsWith(id + "/", StringComparison.Ordinal));
        Expect(hasId, record, "has an identifier of another date");
    }

    private static Manuscript? Read(SourceRecord record, UploadedVersion version) =>
        new SourcePath(version.Path) is { Kind: SourceKind.Article or SourceKind.StandingPage } path
            ? ManuscriptReader.Read(path, version.Content, record.Created, SiteSettings.Default.Region).Manuscript
            : null;

    private static void Expect(bool holds, SourceRecord record, string otherwise) =>
        Assert.True(holds, $"{record.Path} {otherwise}:\n{record}");
}
