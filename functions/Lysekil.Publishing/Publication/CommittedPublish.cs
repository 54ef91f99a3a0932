using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>One round of publishing, committed but not settled.</summary>
/// <param name="Path">Which source.</param>
/// <param name="Before">What the archive held of it.</param>
/// <param name="After">What it holds now.</param>
/// <param name="Version">The version that was read; <c>null</c> where the source was gone.</param>
/// <param name="Zone">The time zone that it was read in.</param>
/// <param name="Outbox">What is left to do; <c>null</c> where nothing is.</param>
internal sealed record CommittedPublish(
    SourcePath Path, SourceRecord? Before, SourceRecord? After, SourceVersion? Version, TimeZoneInfo Zone, Versioned<OutboxEntry>? Outbox)
{
    /// <summary>The source's own page, where something of it is live.</summary>
    public PageKey? OwnPage => After?.Live?.Page;

    /// <summary>The pages that an earlier try of the publish may have written as they were then, and died: all that were its own.</summary>
    public IEnumerable<PageKey> EarlierPages => new[] { Before, After }
        .SelectMany(r => r is null ? [] : r.FormerPages.Append(r.LastPage).Append(r.Live?.Page))
        .Append(Path.Kind == SourceKind.Asset ? PageKey.Asset(Path) : null)
        .OfType<PageKey>()
        .Distinct();

    /// <summary>The version of the own page's stale row, where this step's commit wrote one.</summary>
    public ETag? OwnPageStaleVersion { get; init; }
}
