using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>A round of publishing whose commit stands, and whose follow-up is still to be done.</summary>
/// <param name="Path">The source.</param>
/// <param name="Before">Its record before the commit.</param>
/// <param name="After">Its record now.</param>
/// <param name="Version">The version that was read; <c>null</c> if the source was gone.</param>
/// <param name="Region">The time zone and the language that it was read in.</param>
/// <param name="Outbox">The source's outbox entry; <c>null</c> if nothing is left to do.</param>
internal sealed record CommittedPublish(
    SourcePath Path,
    SourceRecord? Before,
    SourceRecord? After,
    SourceVersion? Version,
    RegionalSettings Region,
    Versioned<OutboxEntry>? Outbox)
{
    /// <summary>The source's own page; <c>null</c> if none is live.</summary>
    public PageKey? OwnPage => After?.Live?.Page;

    /// <summary>
    /// All pages that were the source's own. An earlier attempt may have written an old state of any of them and
    /// crashed.
    /// </summary>
    public IEnumerable<PageKey> EarlierPages => new[] { Before, After }
        .SelectMany(r => r is null ? [] : r.FormerPages.Append(r.LastPage).Append(r.Live?.Page))
        .Append(Path.Kind == SourceKind.Asset ? PageKey.Asset(Path) : null)
        .OfType<PageKey>()
        .Distinct();

    /// <summary>The version of the own page's stale row; <c>null</c> if this commit wrote none.</summary>
    public ETag? OwnPageStaleVersion { get; init; }
}
