using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Word;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.Files;

/// <summary>Reads what an editor wants to know of one file: five storage calls at most.</summary>
internal sealed class FileReader(SiteStorage storage, SiteIndex index)
{
    private const int MostFailures = 1_000;

    /// <summary>The file; <c>null</c> if there is none, and none is remembered.</summary>
    public async Task<FileDetails?> ReadAsync(SourcePath path, CancellationToken cancellation)
    {
        var reading = ReadSourceAsync(path, cancellation);
        var finding = index.FindSourceAsync(path, cancellation);
        var findingWork = index.FindOutboxEntryAsync(path, cancellation);
        var readingFailures = index.FailuresAsync(MostFailures, cancellation);
        await Task.WhenAll(reading, finding, findingWork, readingFailures);
        var ((blob, text), record) = (await reading, (await finding)?.Value);
        if (blob is null && record is null)
        {
            return null;
        }

        var page = record?.Live is { } live
            ? await storage.Web.FindAsync(live.Page.Value, cancellation)
            : null;
        return new FileDetails(
            path,
            blob,
            record,
            (await readingFailures).Select(f => f.Value).FirstOrDefault(f => f.Work == new WorkItem.Publishing(path)),
            page)
        {
            IsUpdating = await findingWork is not null,
            Text = text,
        };
    }

    /// <summary>The file's properties, and its text where it is one that people read.</summary>
    private async Task<(BlobProperties? Blob, string? Text)> ReadSourceAsync(
        SourcePath path, CancellationToken cancellation)
    {
        if (path.Kind == SourceKind.Asset
            || path.Extension is WordFile.Extension or WordFile.OpenDocumentExtension)
        {
            return (await storage.Content.FindAsync(path.Value, cancellation), null);
        }

        if (await storage.Content.OpenAsync(path.Value, cancellation) is not { } opened)
        {
            return (null, null);
        }

        await using var reading = opened;
        if (reading.Properties.Length > SourceText.MostBytes)
        {
            return (reading.Properties, null);
        }

        using var bytes = new MemoryStream();
        await reading.Content.CopyToAsync(bytes, cancellation);
        return (reading.Properties, SourceText.Decode(bytes.ToArray()).Text);
    }
}
