using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Finds the settings that keep a text from readers. What certainly means a draft is one; what may mean a draft, a
/// later date or an end, and is not supported, is a refusal: a text is never live before its editor meant it to be.
/// </summary>
internal static class PublicationSetting
{
    /// <summary>Reads a setting that is none of the product's own.</summary>
    /// <returns>
    /// <see cref="PublicationMeaning.None"/> where it says nothing of the kind. A refusal unless it certainly means a
    /// draft, or that the text may be published.
    /// </returns>
    public static (PublicationMeaning Meaning, Diagnostic? Refusal) Read(string key, FrontMatter.Entry entry)
    {
        var value = OneValue(entry);
        var meaning = PublicationWords.Of(key, value);
        if (meaning != PublicationMeaning.None)
        {
            return (meaning, RefusalOf(meaning, entry.Line, key, entry.Value));
        }

        if (PublicationWords.Meant(key, value) is { Meaning: not PublicationMeaning.Live } meant)
        {
            return (meant.Meaning, meant.Meaning is PublicationMeaning.LaterDate or PublicationMeaning.End
                ? RefusalOf(meant.Meaning, entry.Line, key, entry.Value)
                : DiagnosticCatalog.DraftMisspelt(entry.Line, key, meant.Name));
        }

        return DraftWordIn(entry) is { } word
            ? (PublicationMeaning.Unclear, DiagnosticCatalog.DraftUnclear(entry.Line, key, word))
            : ReadNested(key, entry);
    }

    /// <summary>Reads one of the product's own settings, as far as it may keep the text from readers.</summary>
    /// <inheritdoc cref="Read" path="/returns"/>
    public static (PublicationMeaning Meaning, Diagnostic? Refusal) ReadKnown(string key, FrontMatter.Entry entry)
    {
        if (key.Equals("draft", StringComparison.OrdinalIgnoreCase))
        {
            return Read(key, entry);
        }

        if (key.Equals("date", StringComparison.OrdinalIgnoreCase) && OneValue(entry) is null)
        {
            return (PublicationMeaning.LaterDate, DiagnosticCatalog.ValueInvalid(entry.Line, key, "", ArticleDate.Expected));
        }

        return ReadNested(key, entry);
    }

    private static (PublicationMeaning Meaning, Diagnostic? Refusal) ReadNested(string key, FrontMatter.Entry entry)
    {
        if (entry is { Nested.Count: 0, Items.Count: 0 })
        {
            return (PublicationMeaning.None, null);
        }

        foreach (var nested in entry.Nested)
        {
            if (RefusalOfNested($"{key}.{nested.Path}", nested.Name, nested.Value, nested.Line) is { } refusal)
            {
                return (PublicationMeaning.Unclear, refusal);
            }
        }

        foreach (var (name, value) in entry.Items.SelectMany(i => i))
        {
            if (RefusalOfNested($"{key}.{name}", name, value, entry.Line) is { } refusal)
            {
                return (PublicationMeaning.Unclear, refusal);
            }
        }

        return (PublicationMeaning.None, null);
    }

    /// <summary>Even what certainly means a draft is unclear there: it may be said of a part of the text.</summary>
    private static Diagnostic? RefusalOfNested(string path, string name, string value, int line) =>
        PublicationWords.Of(name, value) switch
        {
            PublicationMeaning.Draft => DiagnosticCatalog.DraftUnclear(line, path, value),
            PublicationMeaning.Unclear when PublicationWords.IsState(name) => null,
            var meaning => RefusalOf(meaning, line, path, value),
        };

    private static Diagnostic? RefusalOf(PublicationMeaning meaning, int line, string key, string value) => meaning switch
    {
        PublicationMeaning.Unclear => DiagnosticCatalog.DraftUnclear(line, key, value),
        PublicationMeaning.LaterDate => DiagnosticCatalog.LaterDateUnsupported(line, key),
        PublicationMeaning.End => DiagnosticCatalog.EndUnsupported(line, key),
        PublicationMeaning.Restricted => DiagnosticCatalog.AudienceUnsupported(line, key),
        _ => null,
    };

    private static string? DraftWordIn(FrontMatter.Entry entry) =>
        entry.Values
            .SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries))
            .FirstOrDefault(PublicationWords.IsDraft);

    private static string? OneValue(FrontMatter.Entry entry) =>
        entry is { Values.Count: <= 1, Nested.Count: 0, Items.Count: 0 } ? entry.Value : null;
}
