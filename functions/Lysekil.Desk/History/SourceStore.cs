using Lysekil.Desk.Audit;
using Lysekil.Desk.Layout;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.History;

/// <summary>
/// The only way in which the desk changes files: on condition of the version that the editor saw, with each version
/// kept and each change in the audit log. Events of storage do the publishing.
/// </summary>
internal sealed class SourceStore(
    SiteStorage storage, IVersionHistory history, DeletedFiles deleted, AuditLog audit, TimeProvider clock)
{
    /// <summary>Reads a file; <c>null</c> where there is none.</summary>
    public async Task<StoredSource?> ReadAsync(SourcePath path, CancellationToken cancellation) =>
        await storage.Content.OpenAsync(path.Value, cancellation) is { } opened
            ? await StoredSource.ReadAsync(path, opened, cancellation)
            : null;

    /// <summary>Saves a file, if it is still the version that the editor saw.</summary>
    /// <param name="path">The file; <see cref="DeskPath.IsWritable"/>.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="expected">The version to replace; <c>null</c>: there must be no such file.</param>
    /// <param name="account">The account that saves.</param>
    /// <param name="action">What the save is to its editor.</param>
    /// <param name="cancellation">Ends the wait; the file may have been saved.</param>
    /// <remarks>
    /// A save of what the file holds already counts as made: it may be the repetition of one whose answer was lost.
    /// </remarks>
    public async Task<SaveOutcome> SaveAsync(
        SourcePath path,
        ReadOnlyMemory<byte> content,
        ETag? expected,
        DeskAccount account,
        AuditAction action,
        CancellationToken cancellation)
    {
        Check(path);
        if (expected is { } replaced)
        {
            await history.KeepReplacedAsync(path, replaced, cancellation);
        }

        using var bytes = new MemoryStream(content.ToArray());
        var headers = new BlobHeaders(ContentTypeOf(path));
        var written = await storage.Content.WriteAsync(path.Value, bytes, headers, expected, cancellation);
        if (written is null)
        {
            var current = await ReadAsync(path, cancellation);
            if (current is null || !current.Content.Span.SequenceEqual(content.Span))
            {
                return new SaveOutcome.Conflict(current);
            }

            written = current.ETag;
        }

        var now = clock.GetUtcNow();
        await history.KeepSavedAsync(
            path, content, new SavedVersion(written.Value, now, account.Name), cancellation);
        await audit.AppendAsync(
            new AuditEntry(
                now,
                account.Name,
                action,
                path.Value,
                expected?.Value,
                written.Value.Value,
                ContentHash.Of(content.Span).Value),
            cancellation);
        return new SaveOutcome.Saved(written);
    }

    /// <summary>Deletes a file, if it is still the version that the editor saw.</summary>
    /// <inheritdoc cref="SaveAsync" path="/param"/>
    public async Task<SaveOutcome> DeleteAsync(
        SourcePath path, ETag expected, DeskAccount account, AuditAction action, CancellationToken cancellation)
    {
        await history.KeepReplacedAsync(path, expected, cancellation);
        if (action == AuditAction.Deleted)
        {
            await deleted.NoteAsync(path, cancellation); // A file that is moved is not gone.
        }

        if (!await storage.Content.DeleteAsync(path.Value, expected, cancellation)
            && await ReadAsync(path, cancellation) is { } current)
        {
            return new SaveOutcome.Conflict(current);
        }

        await audit.AppendAsync(
            new AuditEntry(clock.GetUtcNow(), account.Name, action, path.Value, expected.Value, null, null),
            cancellation);
        return new SaveOutcome.Saved(null);
    }

    private static void Check(SourcePath path)
    {
        if (!DeskPath.IsWritable(path))
        {
            throw new ArgumentException("The desk does not write files of this name.", nameof(path));
        }
    }

    private static string ContentTypeOf(SourcePath path) => path.Extension switch
    {
        ".md" => "text/markdown; charset=utf-8",
        ".yaml" => "application/yaml; charset=utf-8",
        var extension => AssetType.Of(extension) ?? "application/octet-stream",
    };
}
