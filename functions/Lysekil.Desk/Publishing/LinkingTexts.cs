using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;

namespace Lysekil.Desk.Publishing;

/// <summary>The texts that link to a page, before an action takes the page away.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first of them.</param>
public sealed record LinkingTexts(int Count, IReadOnlyList<LinkingText> First)
{
    private const int MostShown = 10;

    public static LinkingTexts None { get; } = new(0, []);

    /// <summary>How many there are besides the first.</summary>
    public int More => Math.Max(0, Count - First.Count);

    /// <summary>
    /// The texts that link to the page on which a text is live. Three storage calls, and one for each text that is
    /// shown.
    /// </summary>
    internal static async Task<LinkingTexts> ReadAsync(
        SiteIndex index, SourcePath path, CancellationToken cancellation)
    {
        if (path.Kind == SourceKind.Asset
            || (await index.FindSourceAsync(path, cancellation))?.Value.Live?.Page is not { } page)
        {
            return None;
        }

        var counting = index.UrlOwnershipAsync(page, cancellation);
        var paths = await index.LinkingAsync(page, null, MostShown, cancellation);
        var found = await Task.WhenAll(paths.Select(p => index.FindSourceAsync(p, cancellation)));
        var first = paths.Zip(found, (p, record) => LinkingText.Of(p, record?.Value)).ToList();
        return new LinkingTexts(Math.Max((await counting).Linking, first.Count), first);
    }
}

/// <summary>A text that links to a page.</summary>
/// <param name="Path">The text.</param>
/// <param name="Title">Its title, or else its name.</param>
/// <param name="Url">Its address on the site; <c>null</c> if it has left the site meanwhile.</param>
public sealed record LinkingText(SourcePath Path, string Title, string? Url)
{
    internal static LinkingText Of(SourcePath path, SourceRecord? record) => new(
        path, record?.Live?.Title is { Length: > 0 } title ? title : path.FileName, record?.Live?.Page.Url);
}
