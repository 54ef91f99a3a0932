using Lysekil.Publishing.Contents.Locales;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lysekil.Publishing.Contents.Markup.Dialect;

/// <summary>The words of a text that no editor wrote: the titles of notes without one, and what films are.</summary>
internal static class LocaleWords
{
    /// <summary>Has a document rendered with the words of a locale; it is parsed with Swedish ones.</summary>
    public static void Put(MarkdownDocument document, Locale locale)
    {
        document.SetData(typeof(Locale), locale);
        foreach (var (title, key) in Titles(document) ?? [])
        {
            title.Content = new StringSlice(locale.Text(key));
        }
    }

    /// <summary>The locale of the words that the document is rendered with.</summary>
    public static Locale Of(MarkdownDocument document) =>
        document.GetData(typeof(Locale)) as Locale ?? Locale.Swedish;

    /// <summary>A title in Swedish, which <see cref="Put"/> replaces.</summary>
    /// <param name="document">The document of the note.</param>
    /// <param name="key">The title's key among the locale's texts.</param>
    public static LiteralInline Title(MarkdownDocument document, string key)
    {
        var title = new LiteralInline(Locale.Swedish.Text(key));
        var titles = Titles(document) ?? [];
        titles.Add((title, key));
        document.SetData(typeof(LocaleWords), titles);
        return title;
    }

    private static List<(LiteralInline Title, string Key)>? Titles(MarkdownDocument document) =>
        document.GetData(typeof(LocaleWords)) as List<(LiteralInline, string)>;
}
