using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>Everything may be crawled (RFC 9309); the sitemap tells what there is.</summary>
internal static class RobotsPage
{
    public static RenderedPage Render(Site site) => RenderedPage.Text(
        $"User-agent: *\nAllow: /\n\nSitemap: {site.Settings.Absolute(PageKey.Sitemap.Url)}\n", "text/plain; charset=utf-8");
}
