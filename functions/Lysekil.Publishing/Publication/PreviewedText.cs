using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Publication;

/// <summary>What publishing a text would do, and how the text would look.</summary>
/// <param name="Now">The source's record as it is; <c>null</c> if the index holds none.</param>
/// <param name="Next">The record that publishing the text would make.</param>
/// <param name="Page">The page; <c>null</c> if the text cannot be read.</param>
public sealed record PreviewedText(SourceRecord? Now, SourceRecord Next, PreviewedPage? Page)
{
    /// <summary>The messages for the text's editor.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => Next.Diagnostics;

    /// <summary>Whether publishing the text would make it live, now or later, or would change what is live.</summary>
    public bool ConcernsReaders =>
        Now?.Live is not null || Next.Live is not null || Next.ScheduledFor is not null || Next.WaitsFor is not null;

    /// <summary>The addresses that would begin to redirect to the text's page.</summary>
    public IEnumerable<PageKey> NewRedirects => Next.Redirects.Except(Now?.Redirects ?? []);
}

/// <summary>A page as it would be live.</summary>
/// <param name="Item">What lists would show of it.</param>
/// <param name="Html">UTF-8.</param>
public sealed record PreviewedPage(PublishedItem Item, ReadOnlyMemory<byte> Html);
