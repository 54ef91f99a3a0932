using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Search;

/// <summary>
/// The only scripts of the site: the one of the search page, and the words of search, which it loads with the first
/// query. They are not part of the theme, since editors may not add scripts (R9). Their names contain their contents'
/// hashes, so that browsers can cache them for ever.
/// </summary>
public static class SearchScript
{
    private const string ImportOfWords = "./words.mjs";

    private static readonly byte[] WordsContent = Encoding.UTF8.GetBytes(Read("words.mjs"));

    private static readonly PageKey WordsPage = PageKey.SearchScript(ContentHash.Of(WordsContent));

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(
        Read("search.mjs").Replace(ImportOfWords, WordsPage.Url, StringComparison.Ordinal));

    /// <summary>The script that the first query loads.</summary>
    public static PageKey Words => WordsPage;

    /// <summary>Changes with both scripts, since one names the other by its hash.</summary>
    public static ContentHash Hash { get; } = ContentHash.Of(Content);

    public static PageKey Page { get; } = PageKey.SearchScript(Hash);

    /// <summary>The script of a name; <c>null</c> for one of another version.</summary>
    internal static RenderedPage? Find(PageKey page) =>
        page == Page ? Rendered(Content) : page == WordsPage ? Rendered(WordsContent) : null;

    private static RenderedPage Rendered(byte[] script) =>
        RenderedPage.Of(script, "text/javascript; charset=utf-8", RenderedPage.ForEver);

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SearchScript).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
