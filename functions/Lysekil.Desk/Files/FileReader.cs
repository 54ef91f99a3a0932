using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Sources;
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
            ? await storage.Web.FindAsync(live.Page.BlobName, cancellation)
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
        if (path.Kind == SourceKind.Asset || path.Extension == ".docx")
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

/// <summary>What the storage has of one file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Blob">Its newest version; <c>null</c> if it is deleted.</param>
/// <param name="Record">What the index has of it; <c>null</c> until a publish has seen it.</param>
/// <param name="Failure">Why publishing it was given up; <c>null</c> if it was not.</param>
/// <param name="Page">The page on which it is live, as it is stored; <c>null</c> if there is none.</param>
public sealed record FileDetails(
    SourcePath Path, BlobProperties? Blob, SourceRecord? Record, Failure? Failure, BlobProperties? Page)
{
    /// <summary>A page that was written later may have been written again for another reason.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    /// <summary>Whether pages that show the file are yet to follow its newest version.</summary>
    public bool IsUpdating { get; init; }

    /// <summary>The text of the newest version; <c>null</c> for a picture or a document.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the index knows the newest version, so that its diagnostics are about this text.</summary>
    public bool IsSeen => Blob is null ? Record?.State == SourceState.Deleted : Record?.Seen == Blob.ETag;

    public FileState State =>
        Failure is not null ? FileState.Failed
        : !IsSeen ? FileState.Waiting
        : FileEntry.Of(Record!).State;

    /// <summary>Whether anything more will happen by itself in the next moments.</summary>
    public bool IsSettled => IsSeen && !IsUpdating;

    /// <summary>The remarks about the newest version, refusals first.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => IsSeen
        ? [.. Record!.Diagnostics.OrderByDescending(d => d.Severity)]
        : [];

    /// <summary>
    /// The time from the upload of what is live to its page, at most: <c>null</c> if the page was written so much later
    /// that another change may have been the reason.
    /// </summary>
    public TimeSpan? TimeToLive =>
        Record?.Live is { } live
        && Page is { } page
        && page.Modified - live.Modified is { } time
        && time >= TimeSpan.Zero
        && time < Soon
            ? time
            : null;
}
