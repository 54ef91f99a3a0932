using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>Keeps what editors are told of links in step with the pages to which the links lead.</summary>
/// <remarks>
/// R1: A text commits its links, then a row for each page that it began to link to, and reads the pages again after
/// that. The row comes in one commit with the number of linking texts in the page's URL ownership, which every source
/// that takes or leaves the page replaces on condition. So of a text and a page that change at once, either the text
/// sees the page, or the page's publisher sees that texts link to it. A page without linking texts costs no call.
/// </remarks>
internal sealed class LinkReferences(SiteIndex index, MessageSender messages)
{
    /// <summary>How many pages one commit covers, with two rows each.</summary>
    private const int MostPages = 40;

    /// <summary>How often a commit is tried again because another text has begun to link to the same page.</summary>
    private const int MostTries = 50;

    private readonly LinkTargets _targets = new(index);
    private readonly DependentTexts _texts = new(index, messages);

    /// <summary>Updates the rows that tell to which pages a text links.</summary>
    /// <param name="step">The text's commit.</param>
    /// <param name="outbox">The version of the text's outbox entry.</param>
    /// <param name="settings">The site's settings.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The next version of the outbox entry; <c>null</c> if the text must be published again.</returns>
    public async Task<ETag?> UpdateAsync(
        CommittedPublish step, ETag outbox, SiteSettings settings, CancellationToken cancellation)
    {
        var pages = step.Outbox!.Value.Links;
        var links = step.After?.Links ?? [];
        foreach (var some in pages.Chunk(MostPages))
        {
            if (await UpdateAsync(step, outbox, some, cancellation) is not { } next)
            {
                return null;
            }

            outbox = next;
        }

        // R1: A source that took or left a page before these rows were committed did not know of this text.
        var known = links.Where(l => pages.Contains(l.Page)).ToList();
        return known.Count == 0
            || (await _targets.ReadAsync(step.After!, known, settings, cancellation)).SequenceEqual(known)
            ? outbox
            : null;
    }

    /// <summary>Has the texts published again that link to the pages which the commit changed.</summary>
    /// <param name="step">The commit of a page's source.</param>
    /// <param name="outbox">The version of the source's outbox entry.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The next version of the outbox entry; <c>null</c> if the source must be published again.</returns>
    public async Task<ETag?> RepublishLinkingAsync(CommittedPublish step, ETag outbox, CancellationToken cancellation)
    {
        foreach (var page in step.Outbox!.Value.Targets)
        {
            if (await _texts.RepublishAsync(
                step, outbox, (last, most) => index.LinkingAsync(page, last, most, cancellation), cancellation)
                is not { } next)
            {
                return null;
            }

            outbox = next;
        }

        return outbox;
    }

    private async Task<ETag?> UpdateAsync(
        CommittedPublish step, ETag outbox, IReadOnlyList<PageKey> pages, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var changes = await Task.WhenAll(pages.Select(p => ChangesAsync(step, p, cancellation)));
            if (await _texts.CommitAsync(step, outbox, changes.SelectMany(c => c), cancellation) is { } next)
            {
                return next;
            }

            // Without another publisher of this text, it was another text that links to one of the pages.
            if ((await index.FindOutboxEntryAsync(step.Path, cancellation))?.ETag != outbox)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The changes that note that the text links to a page, or no longer does.</summary>
    private async Task<IReadOnlyList<RowChange>> ChangesAsync(
        CommittedPublish step, PageKey page, CancellationToken cancellation)
    {
        var key = IndexKeys.Link(page, step.Path);
        var finding = index.Table.FindAsync(key, cancellation);
        var findingOwnership = index.UrlOwnershipAsync(page, cancellation);
        await Task.WhenAll(finding, findingOwnership);
        var (row, ownership) = (await finding, await findingOwnership);
        return (row, step.After?.Links.Any(l => l.Page == page) ?? false) switch
        {
            (null, true) =>
            [
                (ownership with { Linking = ownership.Linking + 1 }).ToChange(),
                new RowChange.Insert(key, ReferenceRow.Codec.Write(step.Path)),
            ],
            ({ } there, false) =>
            [
                (ownership with { Linking = ownership.Linking - 1 }).ToChange(),
                new RowChange.Delete(key, there.ETag),
            ],
            _ => [],
        };
    }
}
