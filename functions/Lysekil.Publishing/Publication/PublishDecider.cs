using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Decides what a version makes of its source's record: judges it, and looks at what it shares with other sources: the
/// page that it wants, and the content that it came with.
/// </summary>
internal sealed class PublishDecider(SiteIndex index, TimeProvider clock)
{
    /// <summary>Of the files that a text lacks, its editor is told of so many at once.</summary>
    private const int MostMissing = 5;

    /// <param name="path">Which source.</param>
    /// <param name="current">What the archive holds of it.</param>
    /// <param name="reading">The version.</param>
    /// <param name="zone">The site's time zone.</param>
    /// <param name="hasOutboxEntry">Whether others may have called it in, since a page that it wants or an identity is to be had.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns><c>null</c> when what was read does not fit together: somebody commits meanwhile.</returns>
    public async Task<PublishDecision?> DecideAsync(
        SourcePath path, SourceRecord? current, BlobReading reading, TimeZoneInfo zone, bool hasOutboxEntry, CancellationToken cancellation)
    {
        var version = SourceVersion.Of(reading.Properties);
        var properties = reading.Properties with { Created = NextRecord.CreatedOf(current, version) };
        var validation = await SourceValidator.ValidateAsync(path, properties, reading.Content, zone, cancellation);
        var past = current;
        var ownerships = new List<UrlOwnership>();
        var asking = Wanted() is { } likely ? index.UrlOwnershipAsync(likely, cancellation) : null;
        var findingCandidates = RenameCandidatesAsync(version, current, validation, hasOutboxEntry, cancellation);
        await Task.WhenAll(asking ?? Task.CompletedTask, findingCandidates);
        var (asked, candidates) = (asking is null ? null : await asking, await findingCandidates);
        Versioned<SourceRecord>? renamedFrom = null;
        if (candidates?.RenamedFrom(path) is { } gone)
        {
            renamedFrom = await index.FindSourceAsync(gone, cancellation);
            if (renamedFrom?.Value is not { State: SourceState.Deleted, Content: { } last } found || last != candidates.Content)
            {
                return null; // The line was read before a commit, and the row after it.
            }

            past = IdentityTransfer.Take(path, current, found);
            using var again = new MemoryStream(((ValidationResult.Text)validation).Bytes.ToArray());
            validation = await SourceValidator.ValidateAsync(path, properties with { Created = found.Created }, again, zone, cancellation);
        }

        var owner = Wanted() is { } wanted ? await OtherOwnerAsync(wanted) : null;
        var next = NextRecord.Of(past, version, validation, owner, zone, clock.GetUtcNow());
        if (owner is not null && ownerships[0].Claims.Count >= UrlOwnership.MostClaims && !ownerships[0].Claims.ContainsKey(path))
        {
            next = next with { WaitsFor = null };
        }

        if (hasOutboxEntry && next is { State: SourceState.Refused, Live: { ContentType: null, Page: var kept } } && await OtherOwnerAsync(kept) is not null)
        {
            next = NextRecord.Yielding(next);
        }

        next = await UsingAsync(next, validation, cancellation);
        var isNew = next.Accepted is not null && next.Accepted != current?.Accepted && next.Accepted == validation.Content?.Hash;
        return new PublishDecision(next)
        {
            Content = isNew ? validation.Content : null,
            SearchText = (validation as ValidationResult.Text)?.SearchText,
            UrlOwnerships = ownerships,
            RenameCandidates = candidates,
            RenamedFrom = renamedFrom,
        };

        PageKey? Wanted() =>
            validation is ValidationResult.Text { Manuscript: { IsDraft: false, Page: var page } } && (hasOutboxEntry || current?.Live?.Page != page)
                ? page
                : null;

        async Task<SourcePath?> OtherOwnerAsync(PageKey page)
        {
            var ownership = asked?.Page == page ? asked : await index.UrlOwnershipAsync(page, cancellation);
            ownerships.Add(ownership);
            return ownership.With(path, isLive: false).Owner is { } first && first != path ? first : null;
        }
    }

    /// <summary>
    /// The record with the files that its text uses as they are live now: also where an earlier version stays, since the copies
    /// of a picture that was replaced are gone.
    /// </summary>
    private async Task<SourceRecord> UsingAsync(SourceRecord next, ValidationResult validation, CancellationToken cancellation)
    {
        if (next.Live is not { ContentType: null } live)
        {
            return next;
        }

        var text = (validation as ValidationResult.Text)?.Manuscript;
        var isLive = live.Accepted == validation.Content?.Hash;
        var paths = isLive ? UsedAsset.Kept(text!.Assets) : live.Assets.Select(a => a.Path);
        var assets = await Task.WhenAll(paths.Select(p => index.AssetAsync(p, cancellation)));
        var missing = isLive ? assets.Where(a => !a.IsThere).Select(a => DiagnosticCatalog.AssetMissing(a.Path.Value)).Take(MostMissing) : [];
        return next with { Live = live with { Assets = [.. assets] }, Diagnostics = [.. next.Diagnostics, .. missing] };
    }

    /// <summary>
    /// The line that the source joins with a content that it comes with, or in which it stands and may have been called;
    /// <c>null</c> where no identity but its own can be its.
    /// </summary>
    private async Task<RenameCandidates?> RenameCandidatesAsync(
        SourceVersion version, SourceRecord? current, ValidationResult validation, bool hasOutboxEntry, CancellationToken cancellation)
    {
        if (!IdentityTransfer.IsPossible(current, validation))
        {
            return null;
        }

        var content = validation.Content!.Hash;
        var joins = current is not { MayBeRenamed: true } || current.Content != content;
        if (!joins && !hasOutboxEntry)
        {
            return null;
        }

        var candidates = await index.RenameCandidatesAsync(content, cancellation);
        return joins ? candidates.With(new RenameCandidate(version.Path, version.Created, IsGone: false)) : candidates;
    }
}
