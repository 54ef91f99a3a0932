using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The site's icons: of the browser's tab, in three sizes, and of a home screen. Browsers and feed readers ask for the
/// first at <c>/favicon.ico</c>, and telephones for the second at <c>/apple-touch-icon.png</c>, so that no page need
/// name them.
/// </summary>
internal static class FaviconPage
{
    public static RenderedPage Rendered { get; } =
        RenderedPage.Of(Read("favicon.ico"), "image/x-icon", RenderedPage.AnHour);

    /// <summary>192 pixels wide and high.</summary>
    public static RenderedPage TouchIcon { get; } =
        RenderedPage.Of(Read("touch-icon.png"), "image/png", RenderedPage.AnHour);

    private static byte[] Read(string name)
    {
        using var icon = typeof(FaviconPage).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[icon.Length];
        icon.ReadExactly(bytes);
        return bytes;
    }
}
