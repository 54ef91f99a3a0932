using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Decides a source's next record. It validates the version, and queries what the source shares with others: the URL
/// that it wants, the text and title that tell a rename, the assets that it uses, and the pages to which it links.
/// </summary>
internal sealed class PublishDecider(SiteIndex index, TimeProvider clock)
{
    /// <summary>How many missing assets an editor is told of at once.</summary>
    public const int MostMissing = 5;

    private readonly LinkTargets _targets = new(index);
    private readonly RenameDetector _renames = new(index);

    /// <param name="path">The source.</param>
    /// <param name="current">Its record in the index.</param>
    /// <param name="reading">The version that was read.</param>
    /// <param name="settings">The site's settings.</param>
    /// <param name="outbox">
    /// The source's outbox entry. Another source's publish may have made it, since a URL came free or a rename was
    /// detected.
    /// </param>
    /// <param name="trial">Decodes a picture first; <c>null</c>: no trial is held.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns>The decision; <c>null</c> if the rows that were read are not of one moment (R1).</returns>
    public async Task<PublishDecision?> DecideAsync(
        SourcePath path,
        SourceRecord? current,
        BlobReading reading,
        SiteSettings settings,
        OutboxEntry? outbox,
        IPictureTrial? trial,
        CancellationToken cancellation)
    {
        var (region, hasOutboxEntry) = (settings.Region, outbox is not null);
        trial = RecordedTrial.Of(current, trial);
        var version = SourceVersion.Of(reading.Properties);
        var properties = reading.Properties with { Created = SourceRecordFactory.CreatedOf(current, version) };
        var validation =
            await SourceValidator.ValidateAsync(path, properties, reading.Content, region, trial, cancellation);
        var past = current;
        var ownerships = new List<UrlOwnership>();
        var asking = Wanted() is { } likely ? index.UrlOwnershipAsync(likely, cancellation) : null;
        var findingCandidates = _renames.FindAsync(version, current, validation, hasOutboxEntry, cancellation);
        await Task.WhenAll(asking ?? Task.CompletedTask, findingCandidates);
        var asked = asking is null ? null : await asking;
        if (await _renames.ChooseAsync(path, await findingCandidates, cancellation) is not { } rename)
        {
            return null; // R1: Rows were read before another publisher's commit, and others after it.
        }

        if (rename.From is { Value: var found })
        {
            past = IdentityTransfer.Take(path, current, found);
            using var again = new MemoryStream(((ValidationResult.Text)validation).File.ToArray());
            properties = properties with { Created = found.Created };
            validation = await SourceValidator.ValidateAsync(path, properties, again, region, trial, cancellation);
        }

        var owner = Wanted() is { } wanted ? await OtherOwnerAsync(wanted) : null;
        var next = SourceRecordFactory.Create(past, version, validation, owner, region, clock.GetUtcNow());
        if (owner is not null
            && ownerships[0].Claims.Count >= UrlOwnership.MostClaims
            && !ownerships[0].Claims.ContainsKey(path))
        {
            next = next with { WaitsFor = null };
        }

        if (next.ScheduledPage is { } later
            && ownerships.Find(o => o.Page == later)?.Scheduled is { Count: >= UrlOwnership.MostClaims } others
            && !others.ContainsKey(path))
        {
            next = next with { ScheduledPage = null };
        }

        if (hasOutboxEntry
            && next is { State: SourceState.Refused, Live: { ContentType: null, Page: var kept } }
            && await OtherOwnerAsync(kept) is not null)
        {
            next = SourceRecordFactory.TakenDown(next);
        }

        next = await UsingAsync(next, validation, cancellation);
        next = await LinkingAsync(next, validation, settings, cancellation);
        // R3: A text that stays the same may hold a picture that could not be read before, and so was not kept.
        var isNew = next.Accepted is not null
            && (outbox is { KeepsContent: true }
                || next.Accepted != current?.Accepted
                || !HeldBy(next).Equals(HeldBy(current)))
            && next.Accepted == validation.Content?.Hash;
        return new PublishDecision(next)
        {
            Content = isNew ? validation.Content : null,
            SearchText = (validation as ValidationResult.Text)?.SearchText,
            UrlOwnerships = ownerships,
            RenameCandidates = rename.Candidates,
            RenamedFrom = rename.From,
        };

        PageKey? Wanted() =>
            validation is ValidationResult.Text { Manuscript: { IsDraft: false, Page: var page } }
            && (hasOutboxEntry || current?.Live?.Page != page)
                ? page
                : null;

        async Task<SourcePath?> OtherOwnerAsync(PageKey page)
        {
            var ownership = asked?.Page == page ? asked : await index.UrlOwnershipAsync(page, cancellation);
            ownerships.Add(ownership);
            return ownership.With(path, isLive: false).Owner is { } first && first != path ? first : null;
        }
    }

    private static EquatableList<EmbeddedPicture> HeldBy(SourceRecord? record) => record?.Live?.Embedded ?? [];

    /// <summary>
    /// The record with the assets of its live text as they are now. An earlier version that stays live needs this too:
    /// the copies of a picture that was replaced are gone.
    /// </summary>
    private async Task<SourceRecord> UsingAsync(
        SourceRecord next, ValidationResult validation, CancellationToken cancellation)
    {
        if (next.Live is not { ContentType: null } live)
        {
            return next;
        }

        var text = (validation as ValidationResult.Text)?.Manuscript;
        var isLive = live.Accepted == validation.Content?.Hash;
        var paths = isLive ? UsedAsset.Kept(text!.Files) : live.Assets.Select(a => a.Path);
        var assets = await Task.WhenAll(paths.Select(p => index.AssetAsync(p, cancellation)));
        var missing = assets
            .Where(a => isLive && !a.Shown.IsThere)
            .Select(a => DiagnosticCatalog.AssetMissing(a.Path.Value))
            .Take(MostMissing);
        return next with { Live = live with { Assets = [.. assets] }, Diagnostics = [.. next.Diagnostics, .. missing] };
    }

    /// <summary>
    /// The record with the other pages to which its live text links, as they are now. An earlier version that stays
    /// live has none: its editor is told of the newest.
    /// </summary>
    private async Task<SourceRecord> LinkingAsync(
        SourceRecord next, ValidationResult validation, SiteSettings settings, CancellationToken cancellation)
    {
        if (next is not { State: SourceState.Published, Live.Page: var own }
            || SiteLinks.Of(validation, settings.BaseUrl) is not { } links)
        {
            return next;
        }

        next = next with
        {
            BaseUrl = links.DependOnAddress ? settings.BaseUrl.AbsoluteUri : "",
            Links = [.. await _targets.ReadAsync(next, links.Kept(own), settings, cancellation)],
        };
        return next with { Diagnostics = [.. next.Diagnostics, .. links.Diagnostics(next)] };
    }
}
