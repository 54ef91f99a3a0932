using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// The icon of the browser's tab, in three sizes. Browsers and feed readers ask for it at <c>/favicon.ico</c>, so that
/// no page need name it.
/// </summary>
internal static class FaviconPage
{
    public static RenderedPage Rendered { get; } = RenderedPage.Of(Read(), "image/x-icon", RenderedPage.AnHour);

    private static byte[] Read()
    {
        using var icon = typeof(FaviconPage).Assembly.GetManifestResourceStream("favicon.ico")!;
        var bytes = new byte[icon.Length];
        icon.ReadExactly(bytes);
        return bytes;
    }
}
