using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>Keeps texts in step with the assets that they use.</summary>
/// <remarks>
/// R1: A text commits which assets it uses, and reads the assets again after that. An asset commits what it is, and
/// queries its users after that. Of a text and an asset that are published at once, one therefore sees the other.
/// </remarks>
internal sealed class AssetReferences(SiteIndex index, MessageSender messages)
{
    /// <summary>How many rows of references one commit writes.</summary>
    private const int MostReferences = 50;

    /// <summary>How many pictures' claims and pages one commit writes: five rows each at most.</summary>
    private const int MostEmbedded = 15;

    private readonly DependentTexts _texts = new(index, messages);

    /// <summary>
    /// Updates the rows that tell which assets a text uses, and the claims of the pictures that it holds.
    /// </summary>
    /// <param name="step">The text's commit.</param>
    /// <param name="outbox">The version of the text's outbox entry.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The next version of the outbox entry; <c>null</c> if the text must be published again.</returns>
    public async Task<ETag?> UpdateAsync(CommittedPublish step, ETag outbox, CancellationToken cancellation)
    {
        var work = step.Outbox!.Value;
        foreach (var some in work.Embedded.GroupBy(e => e.Name).Chunk(MostEmbedded))
        {
            if (await UpdateEmbeddedAsync(step, outbox, some, cancellation) is not { } next)
            {
                return null;
            }

            outbox = next;
        }

        var used = step.After?.Live?.Assets ?? [];
        foreach (var some in work.Assets.Chunk(MostReferences))
        {
            var changes = await Task.WhenAll(
                some.Select(a => ReferenceAsync(a, step.Path, used.Any(u => u.Paths.Contains(a)), cancellation)));
            if (await _texts.CommitAsync(step, outbox, changes.OfType<RowChange>(), cancellation) is not { } next)
            {
                return null;
            }

            outbox = next;
        }

        // R1: An asset that changed before these rows were committed did not find this text among its users.
        var again = await Task.WhenAll(used
            .Where(u => u.Paths.Any(work.Assets.Contains))
            .Select(async u => u == await index.AssetAsync(u.Path, cancellation)));
        return again.All(isSame => isSame) ? outbox : null;
    }

    /// <summary>
    /// Brings the claims of some pictures in step with the text that holds them, and marks their pages stale in the
    /// same commit (R1).
    /// </summary>
    /// <param name="step">The text's commit.</param>
    /// <param name="outbox">The version of the text's outbox entry.</param>
    /// <param name="pictures">What was known of each picture, by its name.</param>
    /// <param name="cancellation">Cancels the work.</param>
    private async Task<ETag?> UpdateEmbeddedAsync(
        CommittedPublish step,
        ETag outbox,
        IGrouping<string, EmbeddedPicture>[] pictures,
        CancellationToken cancellation)
    {
        var held = step.After?.Live?.Embedded.Where(e => e.Picture is not null).ToDictionary(e => e.Name) ?? [];
        var claims = await Task.WhenAll(pictures.Select(p =>
            ClaimAsync(step.Path, p.Key, held.GetValueOrDefault(p.Key), cancellation)));
        PageKey[] pages =
        [
            .. pictures.SelectMany(p => p)
                .Where(e => e.Picture is not null)
                .Select(e => PublishedItem.Of(e, step.Path))
                .SelectMany(i => PicturePages.CopiesOf(i).Prepend(i.Page))
                .Distinct(),
        ];
        var changes = claims.OfType<RowChange>().Concat(pages.Select(SiteIndex.MarkStale));
        if (await _texts.CommitAsync(step, outbox, changes, cancellation) is not { } next)
        {
            return null;
        }

        await messages.RefreshAsync(pages, cancellation);
        return next;
    }

    private async Task<RowChange?> ClaimAsync(
        SourcePath text, string name, EmbeddedPicture? held, CancellationToken cancellation)
    {
        var path = EmbeddedPicture.PathIn(text, name);
        var page = PageKey.Asset(path);
        var key = IndexKeys.ClaimOf(page, path);
        if (held is not null)
        {
            var claim = new Claim(page, path, ClaimKind.Live, PublishedItem.Of(held, text));
            return new RowChange.Upsert(key, ClaimRow.Codec.Write(claim));
        }

        return await index.Table.FindAsync(key, cancellation) is { } row ? new RowChange.Delete(key, row.ETag) : null;
    }

    /// <summary>
    /// Enters the texts that use an asset in the outbox, and sends the messages that publish them again.
    /// </summary>
    /// <param name="step">The asset's commit.</param>
    /// <param name="outbox">The version of the asset's outbox entry.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The next version of the outbox entry; <c>null</c> if the asset must be published again.</returns>
    public Task<ETag?> RepublishUsersAsync(CommittedPublish step, ETag outbox, CancellationToken cancellation) =>
        _texts.RepublishAsync(
            step, outbox, (last, most) => index.UsersAsync(step.Path, last, most, cancellation), cancellation);

    private async Task<RowChange?> ReferenceAsync(
        SourcePath asset, SourcePath text, bool isUsed, CancellationToken cancellation)
    {
        var key = IndexKeys.Reference(asset, text);
        if (isUsed)
        {
            return new RowChange.Upsert(key, ReferenceRow.Codec.Write(text));
        }

        return await index.Table.FindAsync(key, cancellation) is { } row ? new RowChange.Delete(key, row.ETag) : null;
    }
}
