using Lysekil.Publishing.Sites;

namespace Lysekil.Publishing.Pages;

/// <summary>Everything may be crawled (RFC 9309); the sitemap tells what there is.</summary>
internal static class RobotsPage
{
    public static RenderedPage Render(Site site) => RenderedPage.Text(
        $"User-agent: *\nAllow: /\n\nSitemap: {site.Settings.Absolute(PageKey.Sitemap.Url)}\n", "text/plain; charset=utf-8");
}
