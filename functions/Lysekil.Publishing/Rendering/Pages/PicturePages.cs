using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The pages of a picture in <c>$web</c>: one under its own name and of its own type, and WebP copies of several
/// widths. Their hashes follow from the source's, so that an unchanged picture need not be decoded (R4).
/// </summary>
internal sealed class PicturePages(
    SiteIndex index, AcceptedSources accepted, HeldMemory held, PictureMaker maker)
{
    /// <summary>The copies of a picture.</summary>
    public static IEnumerable<PageKey> CopiesOf(PublishedItem? asset) => asset?.Picture is { } picture
        ? picture.Widths.Select(w => PageKey.PictureCopy(asset.Path, picture.Content, w))
        : [];

    /// <summary>
    /// A file as visitors get it: a picture without the camera's metadata, encoded again where it is a still one; any
    /// other file is not changed.
    /// </summary>
    public RenderedPage Render(PublishedItem asset) => asset.Picture switch
    {
        { IsStill: true, Shown.Width: var width } => Made(
            asset, $"{width}", asset.ContentType!, RenderedPage.AnHour, file => PictureFile.ToSame(file, width)),
        not null => Made(asset, "bare", asset.ContentType!, RenderedPage.AnHour, PictureFile.ToBare),
        null => RenderedPage.Copy(
            asset.Accepted, asset.ContentType!, c => accepted.OpenAsync(asset.Path, asset.Accepted, held, c)),
    };

    public async Task<RenderResult> RenderCopyAsync(
        PageKey page, PageRoute.PictureCopy copy, CancellationToken cancellation)
    {
        var claims = await index.ClaimsOnAsync(PageKey.Asset(copy.Asset), cancellation);
        var live = claims.FirstOrDefault(c => c.Kind == ClaimKind.Live)?.Live;
        return live is not null && CopiesOf(live).Contains(page)
            ? new RenderResult(Made(
                live, $"{copy.Width}", "image/webp", RenderedPage.ForEver, f => PictureFile.ToWebP(f, copy.Width)))
            : RenderResult.Nothing;
    }

    private RenderedPage Made(
        PublishedItem asset, string how, string contentType, string cacheControl, Func<byte[], byte[]> make) =>
        RenderedPage.Made(
            $"{asset.Accepted.Value} {how} {PictureFile.Version}", contentType, cacheControl,
            (isLater, cancellation) => maker.MakeAsync(asset, make, held, isLater, cancellation));
}
