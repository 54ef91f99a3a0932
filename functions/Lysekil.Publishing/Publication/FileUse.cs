using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Keeps texts and the files that they use together. A text first says which files it uses, and then looks at them again; a
/// file first says what it is, and then looks for texts: so of two that come at once, one sees the other. Each commit is
/// conditional on the work's still being owed, so that nobody says anything for a version that another has moved on from.
/// </summary>
internal sealed class FileUse(SiteIndex index, MessageSender messages)
{
    /// <summary>So many texts are called at once: each is a row of the commit.</summary>
    private const int MostUsers = 50;

    /// <summary>Brings the rows in step that say which files a text uses.</summary>
    /// <param name="step">The text.</param>
    /// <param name="outbox">The version of the owed work's row.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The next version of that row; <c>null</c> where the text must be published again.</returns>
    public async Task<ETag?> SayAsync(CommittedPublish step, ETag outbox, CancellationToken cancellation)
    {
        var work = step.Outbox!.Value;
        var used = step.After?.Live?.Assets ?? [];
        foreach (var some in work.Assets.Chunk(MostUsers))
        {
            var changes = await Task.WhenAll(some.Select(a => ReferenceAsync(a, step.Path, used.Any(u => u.Path == a), cancellation)));
            if (await CommitAsync(step, outbox, changes.OfType<RowChange>(), cancellation) is not { } next)
            {
                return null;
            }

            outbox = next;
        }

        var again = await Task.WhenAll(used.Where(u => work.Assets.Contains(u.Path)).Select(async u => u == await index.AssetAsync(u.Path, cancellation)));
        return again.All(isSame => isSame) ? outbox : null;
    }

    /// <summary>Has the texts that use a file published again.</summary>
    /// <inheritdoc cref="SayAsync"/>
    public async Task<ETag?> CallAsync(CommittedPublish step, ETag outbox, CancellationToken cancellation)
    {
        SourcePath? last = null;
        while (await index.UsersAsync(step.Path, last, MostUsers, cancellation) is { Count: > 0 } users)
        {
            var changes = await Task.WhenAll(users.Select(async u =>
                await index.FindOutboxEntryAsync(u, cancellation) is { } has ? SiteIndex.PutOutboxEntry(u, has.Value, has.ETag) : SiteIndex.PutOutboxEntry(u, OutboxEntry.None, null)));
            if (await CommitAsync(step, outbox, changes, cancellation) is not { } next)
            {
                return null;
            }

            outbox = next;
            await messages.PublishAsync(users, cancellation);
            last = users[^1];
        }

        return outbox;
    }

    private async Task<RowChange?> ReferenceAsync(SourcePath asset, SourcePath text, bool isUsed, CancellationToken cancellation)
    {
        var key = IndexKeys.Reference(asset, text);
        if (isUsed)
        {
            return new RowChange.Upsert(key, new RowWriter().Add("path", text.Value).Values);
        }

        return await index.Table.FindAsync(key, cancellation) is { } row ? new RowChange.Delete(key, row.ETag) : null;
    }

    private async Task<ETag?> CommitAsync(CommittedPublish step, ETag outbox, IEnumerable<RowChange> changes, CancellationToken cancellation) =>
        await index.Table.CommitAsync([SiteIndex.PutOutboxEntry(step.Path, step.Outbox!.Value, outbox), .. changes], cancellation) is { } etags ? etags[0] : null;
}
