using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Finds the settings that keep a text from readers. A setting that certainly means a draft makes the text one. A
/// setting that may mean a draft, a later date or an end, and is not supported, gives a refusal: a text is never live
/// before its editor meant it to be.
/// </summary>
internal static class PublicationSetting
{
    /// <summary>Reads a setting as far as it may keep the text from readers.</summary>
    /// <inheritdoc cref="ReadUnknown" path="/returns"/>
    public static (PublicationMeaning Meaning, Diagnostic? Refusal) Read(WrittenSetting setting) =>
        setting.Name.Length > 0 ? ReadKnown(setting) : ReadUnknown(setting.Key, setting.Entry);

    /// <summary>Reads a setting that the product does not know.</summary>
    /// <returns>
    /// <see cref="PublicationMeaning.None"/> if the setting does not concern publication. A refusal, unless it
    /// certainly means a draft or a text that may be published.
    /// </returns>
    private static (PublicationMeaning Meaning, Diagnostic? Refusal) ReadUnknown(
        string key, FrontMatter.Entry entry)
    {
        var value = OneValue(entry);
        var meaning = PublicationWords.Of(key, value);
        if (meaning != PublicationMeaning.None)
        {
            return (meaning, RefusalOf(meaning, entry.Line, key, entry.Value));
        }

        if (PublicationWords.Meant(key, value) is { Meaning: not PublicationMeaning.Live } meant)
        {
            return (meant.Meaning, meant.Meaning is PublicationMeaning.PublicationDate
                or PublicationMeaning.LaterDate or PublicationMeaning.End
                ? RefusalOf(meant.Meaning, entry.Line, key, entry.Value)
                : DiagnosticCatalog.DraftMisspelt(entry.Line, key, meant.Name));
        }

        return DraftWordIn(entry) is { } word
            ? (PublicationMeaning.Unclear, DiagnosticCatalog.DraftUnclear(entry.Line, key, word))
            : ReadNested(key, entry);
    }

    /// <summary>Reads a setting that the product knows.</summary>
    private static (PublicationMeaning Meaning, Diagnostic? Refusal) ReadKnown(WrittenSetting setting)
    {
        var (name, _, key, entry) = setting;
        return name switch
        {
            "draft" or "permalink" => ReadUnknown(key, entry),
            "date" or "publishDate" when OneValue(entry) is null => (
                PublicationMeaning.LaterDate,
                DiagnosticCatalog.ValueInvalid(entry.Line, key, "", ArticleDate.Expected)),
            "expires" when OneValue(entry) is null => (
                PublicationMeaning.End,
                DiagnosticCatalog.ValueInvalid(entry.Line, key, "", ArticleDate.ExpectedEnd)),
            "corrections" => (PublicationMeaning.None, null), // Each has a date of its own.
            "image" => (PublicationMeaning.None, null), // A picture may be hidden where its text is not.
            _ => ReadNested(key, entry),
        };
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

    /// <summary>A nested setting that means a draft is unclear: it may concern a part of the text.</summary>
    private static Diagnostic? RefusalOfNested(string path, string name, string value, int line) =>
        PublicationWords.Of(name, value) switch
        {
            PublicationMeaning.Draft => DiagnosticCatalog.DraftUnclear(line, path, value),
            PublicationMeaning.Unclear when PublicationWords.IsState(name) => null,
            var meaning => RefusalOf(meaning, line, path, value),
        };

    private static Diagnostic? RefusalOf(PublicationMeaning meaning, int line, string key, string value) =>
        meaning switch
        {
            PublicationMeaning.Unclear => DiagnosticCatalog.DraftUnclear(line, key, value),
            PublicationMeaning.PublicationDate or PublicationMeaning.LaterDate =>
                DiagnosticCatalog.LaterDateUnsupported(line, key),
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
