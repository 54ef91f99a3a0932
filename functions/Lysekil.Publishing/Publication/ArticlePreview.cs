using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Publishing.Rendering.Templates;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Publication;

/// <summary>
/// Shows an article or a standing page as the site would have it, and tells what publishing it would do, by the same
/// validation, decisions and templates. Reads only.
/// </summary>
/// <param name="index">The site's index.</param>
/// <param name="sites">The site's settings and theme.</param>
/// <param name="clock">The time of the preview.</param>
/// <param name="trial">
/// Decodes the pictures that a text holds itself first, since the text may never have been published; <c>null</c>: no
/// trial is held.
/// </param>
public sealed class ArticlePreview(SiteIndex index, SiteReader sites, TimeProvider clock, IPictureTrial? trial)
{
    private readonly IPictureTrial? _trial = trial is null ? null : new CachedTrial(trial);

    /// <summary>The site's settings and theme.</summary>
    public Task<Site> SiteAsync(CancellationToken cancellation) => sites.ReadAsync(cancellation);

    /// <summary>Previews a file, which need not be stored.</summary>
    /// <param name="path">The path of an article or a standing page.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public async Task<PreviewedText> RenderAsync(
        SourcePath path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var askingSite = sites.ReadAsync(cancellation);
        var past = path.IsWellFormed ? (await index.FindSourceAsync(path, cancellation))?.Value : null;
        var site = await askingSite;
        var version = VersionOf(path, bytes, past);
        var reading = new Reading(path, version, site, RecordedTrial.Of(past, _trial), cancellation);
        var validation = await ValidateAsync(reading, bytes);
        var shown = validation as ValidationResult.Text ?? await ReadableAsync(reading, bytes, validation);
        if (shown is null)
        {
            return new PreviewedText(past, Create(past, version, validation, null, site), null);
        }

        var askingOwner = OtherOwnerAsync(path, shown.Manuscript.Page, cancellation);
        var askingAssets = Task.WhenAll(
            UsedAsset.Kept(shown.Manuscript.Assets).Select(a => index.AssetAsync(a, cancellation)));
        var askingOlder = NeighbourAsync(shown.Manuscript, index.OlderAsync, cancellation);
        var askingNewer = NeighbourAsync(shown.Manuscript, index.NewerAsync, cancellation);
        var askingRelated = shown.Manuscript is { Date: { } date, Topics: var topics }
            ? RelatedArticles.AskAsync(index, topics, date, path, cancellation)
            : Task.FromResult(new List<PublishedItem>());
        await Task.WhenAll(askingOwner, askingAssets, askingOlder, askingNewer, askingRelated);

        var assets = await askingAssets;
        var next = Create(past, version, validation, await askingOwner, site);
        var item = AsLive(past, version, shown, site) with { Assets = [.. assets] };
        var page = item.Date is null
            ? ArticlePage.OfStandingPage(site, item, shown.Body)
            : ArticlePage.OfArticle(
                site, item, shown.Body, await askingOlder, await askingNewer, await askingRelated);
        var missing = assets.Where(a => !a.IsThere).Select(a => DiagnosticCatalog.AssetMissing(a.Path.Value))
            .Take(PublishDecider.MostMissing);
        return new PreviewedText(
            past,
            next with { Diagnostics = [.. next.Diagnostics, .. missing] },
            new PreviewedPage(item, await HtmlOfAsync(page, cancellation)));
    }

    private BlobProperties VersionOf(SourcePath path, ReadOnlyMemory<byte> bytes, SourceRecord? past)
    {
        var now = clock.GetUtcNow();
        var properties = new BlobProperties(path.Value, new ETag(""), now, now, bytes.Length, new BlobHeaders(""));
        return properties with { Created = SourceRecordFactory.CreatedOf(past, SourceVersion.Of(properties)) };
    }

    /// <summary>
    /// A refused text without the settings for which it is refused, so that its editor sees the rest; <c>null</c> if
    /// the text itself cannot be read.
    /// </summary>
    private static async Task<ValidationResult.Text?> ReadableAsync(
        Reading reading, ReadOnlyMemory<byte> bytes, ValidationResult refused) =>
        EditableText.Open(reading.Path, bytes).Text is { } text
        && RefusedText.Readable(text, refused.Diagnostics) is { Bytes: var readable }
            ? await ValidateAsync(reading, readable) as ValidationResult.Text
            : null;

    private static async Task<ValidationResult> ValidateAsync(Reading reading, ReadOnlyMemory<byte> bytes)
    {
        using var content = new MemoryStream(bytes.ToArray());
        return await SourceValidator.ValidateAsync(
            reading.Path,
            reading.Version with { Length = bytes.Length },
            content,
            reading.Site.Settings.Region,
            reading.Trial,
            reading.Cancellation);
    }

    /// <summary>What validating the file takes besides its bytes.</summary>
    private sealed record Reading(
        SourcePath Path, BlobProperties Version, Site Site, IPictureTrial? Trial, CancellationToken Cancellation);

    private SourceRecord Create(
        SourceRecord? past, BlobProperties version, ValidationResult validation, SourcePath? owner, Site site) =>
        SourceRecordFactory.Create(
            past, SourceVersion.Of(version), validation, owner, site.Settings.Region, clock.GetUtcNow());

    /// <summary>The text as it would be live, draft or not, at its date; expired only if it would be by now.</summary>
    private PublishedItem AsLive(
        SourceRecord? past, BlobProperties version, ValidationResult.Text text, Site site) =>
        SourceRecordFactory.Create(
            past,
            SourceVersion.Of(version),
            text with
            {
                Manuscript = text.Manuscript with
                {
                    IsDraft = false,
                    Expires = text.Manuscript.Expires <= clock.GetUtcNow() ? text.Manuscript.Expires : null,
                },
            },
            owner: null,
            site.Settings.Region,
            DateTimeOffset.MaxValue).Live!;

    private async Task<SourcePath?> OtherOwnerAsync(SourcePath path, PageKey page, CancellationToken cancellation) =>
        (await index.UrlOwnershipAsync(page, cancellation)).With(path, isLive: false).Owner is { } first
            && first != path
            ? first
            : null;

    private static async Task<PublishedItem?> NeighbourAsync(
        Manuscript text,
        Func<DateTimeOffset, SourcePath, CancellationToken, Task<PublishedItem?>> find,
        CancellationToken cancellation) =>
        text.Date is { } date ? await find(date, text.Path, cancellation) : null;

    private static async Task<byte[]> HtmlOfAsync(RenderedPage page, CancellationToken cancellation)
    {
        await using var content = await page.OpenAsync(false, cancellation);
        using var html = new MemoryStream();
        await content!.CopyToAsync(html, cancellation);
        return html.ToArray();
    }
}
