using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>
/// All that the archive knows of one source: what was last seen of it, what is live of it, and what must outlast a
/// version. Every other row of the source follows from it (<see cref="IndexRows"/>).
/// </summary>
public sealed record SourceRecord
{
    public const int MostFormerPages = 6;

    public required SourcePath Path { get; init; }

    /// <summary>The version that was last judged; empty where none counts.</summary>
    public required ETag Seen { get; init; }

    /// <summary>When that version was uploaded.</summary>
    public required DateTimeOffset SeenModified { get; init; }

    /// <summary>When the source came to be, as it was first seen: the date of an article that names none.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The rules that it was judged by: an engine with others judges again.</summary>
    public required string Rules { get; init; }

    /// <summary>The time zone in which its dates were read: with another it is judged again.</summary>
    public required string TimeZone { get; init; }

    public required SourceState State { get; init; }

    public EquatableList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The content that counts; <c>null</c> where nothing of the source is live.</summary>
    public ContentHash? Accepted { get; init; }

    /// <summary>
    /// What it came with, or what was last live of it, which outlasts it: whoever comes with the same once it is gone is the
    /// same article under another name. <c>null</c> for anything but articles and standing pages.
    /// </summary>
    public ContentHash? Content { get; init; }

    /// <summary>
    /// Whether it may yet turn out to be another source under a new name: it has had no content but the one that it came
    /// with, and that other one may still have to be seen to be gone.
    /// </summary>
    public bool MayBeRenamed { get; init; }

    /// <summary>What is live; <c>null</c> where nothing is, and for settings and templates, which have no page.</summary>
    public PublishedItem? Live { get; init; }

    /// <summary>The page that it would have if no other source had it.</summary>
    public PageKey? WaitsFor { get; init; }

    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>The title of what is scheduled.</summary>
    public string? ScheduledTitle { get; init; }

    /// <summary>The feeds' identifier, from the first publication on.</summary>
    public string Id { get; init; } = "";

    /// <summary>How many identifiers were given to articles at this path, wherever they are now: none is given twice.</summary>
    public int IdsGiven { get; init; }

    /// <summary>Of the text that readers last saw; <c>null</c> before they saw any.</summary>
    public ContentHash? PublishedText { get; init; }

    /// <summary>Of the words by which search finds what is live; <c>null</c> where it does not.</summary>
    public ContentHash? SearchText { get; init; }

    /// <summary>When a change to a published text was uploaded.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Where it last was live.</summary>
    public PageKey? LastPage { get; init; }

    /// <summary>Where it was live before, the latest last; at most six.</summary>
    public EquatableList<PageKey> FormerPages { get; init; } = [];

    /// <summary>Older addresses that its settings name.</summary>
    public EquatableList<PageKey> Aliases { get; init; } = [];

    /// <summary>The pages that lead to it.</summary>
    public IEnumerable<PageKey> Redirects =>
        Live is { } live ? FormerPages.Concat(Aliases).Distinct().Where(p => p != live.Page) : [];
}
