using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Has texts validated again that depend on what a commit changed. Each commit depends on the outbox entry, so nothing
/// is written for a version that another publisher has moved on from.
/// </summary>
internal sealed class DependentTexts(SiteIndex index, MessageSender messages)
{
    /// <summary>How many outbox entries one commit writes.</summary>
    private const int MostTexts = 50;

    /// <summary>Enters the texts in the outbox, and sends the messages that publish them again.</summary>
    /// <param name="step">The commit.</param>
    /// <param name="outbox">The version of its outbox entry.</param>
    /// <param name="query">Queries at most so many texts, the first ones or those after another.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The next version of the outbox entry; <c>null</c> if the source must be published again.</returns>
    public async Task<ETag?> RepublishAsync(
        CommittedPublish step,
        ETag outbox,
        Func<SourcePath?, int, Task<List<SourcePath>>> query,
        CancellationToken cancellation)
    {
        SourcePath? last = null;
        while (await query(last, MostTexts) is { Count: > 0 } found)
        {
            var texts = found.Where(t => t != step.Path).ToList();
            var changes = await Task.WhenAll(texts.Select(t => PutOutboxEntryAsync(t, cancellation)));
            if (await CommitAsync(step, outbox, changes, cancellation) is not { } next)
            {
                return null;
            }

            outbox = next;
            await messages.PublishAsync(texts, cancellation);
            last = found[^1];
        }

        return outbox;
    }

    /// <summary>
    /// Commits changes with the outbox entry; <c>null</c> if one of the rows is no longer as it was read.
    /// </summary>
    public async Task<ETag?> CommitAsync(
        CommittedPublish step, ETag outbox, IEnumerable<RowChange> changes, CancellationToken cancellation)
    {
        var entry = SiteIndex.PutOutboxEntry(step.Path, step.Outbox!.Value, outbox);
        return await index.Table.CommitAsync([entry, .. changes], cancellation) is { } etags ? etags[0] : null;
    }

    /// <summary>
    /// The change that makes a publisher validate the text again: an outbox entry with what it already holds.
    /// </summary>
    private async Task<RowChange> PutOutboxEntryAsync(SourcePath text, CancellationToken cancellation) =>
        await index.FindOutboxEntryAsync(text, cancellation) is { } found
            ? SiteIndex.PutOutboxEntry(text, found.Value, found.ETag)
            : SiteIndex.PutOutboxEntry(text, OutboxEntry.None, null);
}
