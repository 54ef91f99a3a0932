using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>Finds the deleted source of which a version is the new name, if there is one.</summary>
internal sealed class RenameDetector(SiteIndex index)
{
    /// <summary>
    /// The rename candidates with the version's text, then those with its title: those that the source joins, or those
    /// among which it is and may now be chosen; empty if the source can take no other identity.
    /// </summary>
    public async Task<IReadOnlyList<RenameCandidates>> FindAsync(
        SourceVersion version,
        SourceRecord? current,
        ValidationResult validation,
        bool hasOutboxEntry,
        CancellationToken cancellation)
    {
        if (!IdentityTransfer.IsPossible(current, validation))
        {
            return [];
        }

        var keys = IdentityTransfer.KeysOf((ValidationResult.Text)validation).ToList();
        var had = RenameCandidates.PlacesOf(current);
        var joins = current is not { MayBeRenamed: true } || !keys.TrueForAll(had.ContainsKey);
        if (!joins && !hasOutboxEntry)
        {
            return [];
        }

        var candidates = await Task.WhenAll(keys.Select(k => index.RenameCandidatesAsync(k, cancellation)));
        var self = new RenameCandidate(version.Path, version.Created, IsGone: false);
        return joins ? [.. candidates.Select(c => c.With(self))] : candidates;
    }

    /// <summary>
    /// Chooses the source whose identity the version takes. A row may name a source as gone whose record says otherwise
    /// for good: an engine that did not know the keys wrote the record (docs/versions.md). It is not taken, and the row
    /// loses its name with the next commit that changes the row.
    /// </summary>
    /// <param name="path">The version's source.</param>
    /// <param name="candidates">The rows of <see cref="FindAsync"/>, which were read before this call.</param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <returns><c>null</c> if the rows are not of one moment (R1).</returns>
    public async Task<DetectedRename?> ChooseAsync(
        SourcePath path, IReadOnlyList<RenameCandidates> candidates, CancellationToken cancellation)
    {
        while (candidates.Select(c => c.RenamedFrom(path)).FirstOrDefault(p => p is not null) is { } gone)
        {
            var record = await index.FindSourceAsync(gone, cancellation);
            if (!await AreOfOneMomentAsync(gone, record?.Value, candidates, cancellation))
            {
                return null;
            }

            var kept = candidates.Select(c => c.NamesWrongly(gone, record?.Value) ? c.Without(gone) : c).ToList();
            if (kept.SequenceEqual(candidates))
            {
                return new DetectedRename(candidates, record);
            }

            candidates = kept;
        }

        return new DetectedRename(candidates, From: null);
    }

    /// <summary>
    /// R1: Whether the rows were as they are now when the record was read. Those that agree with it were; the others are
    /// read once more.
    /// </summary>
    private async Task<bool> AreOfOneMomentAsync(
        SourcePath gone,
        SourceRecord? record,
        IReadOnlyList<RenameCandidates> candidates,
        CancellationToken cancellation)
    {
        var doubtful = candidates.Where(c => !c.AgreesWith(gone, record)).ToList();
        var now = await Task.WhenAll(doubtful.Select(c => index.RenameCandidatesAsync(c.Key, cancellation)));
        return doubtful.Zip(now).All(rows => rows.First.ETag == rows.Second.ETag);
    }
}

/// <summary>What a version has in common with other sources, and the one whose new name it is.</summary>
/// <param name="Candidates">The rows of candidates, with the version's source.</param>
/// <param name="From">The deleted source with its record; <c>null</c> if the version is an article of its own.</param>
internal sealed record DetectedRename(IReadOnlyList<RenameCandidates> Candidates, Versioned<SourceRecord>? From);
