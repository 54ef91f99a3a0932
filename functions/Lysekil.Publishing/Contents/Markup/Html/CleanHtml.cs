using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Markup.Html;

/// <summary>Sanitised HTML, and what the sanitiser found in it.</summary>
/// <param name="Html">The HTML.</param>
/// <param name="Removals">
/// What was removed so that a reader sees a difference; each once, in the order of the text.
/// </param>
/// <param name="Assets">The site's own files to which the HTML refers; each once, in ordinal order.</param>
/// <param name="Links">
/// The addresses of links that may lead to other pages of the site, those of Markdown among them; each once.
/// </param>
/// <param name="Dropped">Addresses that were removed; each once.</param>
/// <param name="Nameless">
/// The addresses of pictures without an alternative text, not even the empty one of a decorative picture; each once.
/// </param>
/// <param name="Elsewhere">
/// The other hosts of which it shows pictures, with the address of the first one; those of Markdown among them.
/// </param>
internal sealed record CleanHtml(
    string Html,
    IReadOnlyList<HtmlRemoval> Removals,
    IReadOnlyCollection<SourcePath> Assets,
    IReadOnlyCollection<string> Links,
    IReadOnlyCollection<DroppedUrl> Dropped,
    IReadOnlyCollection<string> Nameless,
    IReadOnlyDictionary<string, string> Elsewhere);
