using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Rendering.Output;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Sharing;

/// <summary>
/// The script by which visitors share an article, on a site whose settings ask for it: it costs each article a request.
/// As the scripts of search, it is not part of the theme (R9), and its name contains its content's hash.
/// </summary>
public static class ShareScript
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(Read());

    public static ContentHash Hash { get; } = ContentHash.Of(Content);

    public static PageKey Page { get; } = PageKey.ShareScript(Hash);

    /// <summary>
    /// The script at a page; <c>null</c> for one of another version, or if the site does not ask for it.
    /// </summary>
    internal static RenderedPage? Find(Site site, PageKey page) => site.Settings.Share && page == Page
        ? RenderedPage.Of(Content, "text/javascript; charset=utf-8", RenderedPage.ForEver)
        : null;

    private static string Read()
    {
        using var reader = new StreamReader(typeof(ShareScript).Assembly.GetManifestResourceStream("share.mjs")!);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
