using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Templates;

namespace Lysekil.Publishing.Rendering.Pages;

/// <summary>
/// Finds the pages that say the same as a text in other languages: those of the texts that it names, and that name it.
/// A text that names none costs no call.
/// </summary>
internal sealed class Translations(SiteIndex index)
{
    /// <returns>The live texts, in the order of their languages and without the text itself.</returns>
    public async Task<IReadOnlyList<PublishedItem>> OfAsync(
        Task<Site> askingSite, PublishedItem text, CancellationToken cancellation)
    {
        if (text.TranslationOf.Count == 0)
        {
            return [];
        }

        var records = await Task.WhenAll(text.TranslationOf.Select(p => index.FindSourceAsync(p, cancellation)));
        var language = (await askingSite).Settings.Language;
        return
        [
            .. records.Select(r => r?.Value.Live).OfType<PublishedItem>()
                .Where(other => other.TranslationOf.Contains(text.Path))
                .OrderBy(other => other.Path)
                .DistinctBy(LanguageOf)
                .Where(other => LanguageOf(other) != LanguageOf(text))
                .OrderBy(LanguageOf, StringComparer.Ordinal),
        ];

        string LanguageOf(PublishedItem item) => item.Language ?? language;
    }
}
