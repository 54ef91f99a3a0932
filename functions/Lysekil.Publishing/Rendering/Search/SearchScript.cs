using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Search;

/// <summary>
/// The one script of the site. It is no part of the theme: editors write, and script nothing. Its name has its content's
/// hash, so that browsers may keep it for ever.
/// </summary>
public static class SearchScript
{
    private static readonly byte[] Content = Read();

    public static ContentHash Hash { get; } = ContentHash.Of(Content);

    public static PageKey Page { get; } = PageKey.SearchScript(Hash);

    internal static RenderedPage Rendered { get; } = RenderedPage.Of(Content, "text/javascript; charset=utf-8", RenderedPage.ForEver);

    private static byte[] Read()
    {
        using var reader = new StreamReader(typeof(SearchScript).Assembly.GetManifestResourceStream("search.mjs")!);
        return System.Text.Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
