using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Reads the corrections of a text: a list of mappings, each with <c>date</c> and <c>text</c>, or with a date and the
/// text behind it.
/// </summary>
internal static class CorrectionSetting
{
    private const string Expected =
        "varje rättelse på en egen rad, som - 2026-03-24: Kajen blir 40 meter lång, inte 400";

    /// <summary>The corrections, in their order. One that cannot be read refuses the file: it would be lost.</summary>
    public static IReadOnlyList<Correction> Read(SettingValues values, TimeZoneInfo zone)
    {
        if (values.Preferred("corrections") is not { } setting)
        {
            return [];
        }

        var (_, _, key, entry) = setting;
        var unread = entry.Values.FirstOrDefault(v => v.Length > 0) ?? entry.Nested.FirstOrDefault()?.Value;
        var corrections = new List<Correction>();
        foreach (var item in entry.Items)
        {
            if (Of(item, zone) is not { } correction)
            {
                unread ??= string.Join(", ", item.Select(i => $"{i.Key}: {i.Value}"));
                continue;
            }

            values.Line(key, entry.Line, correction.Text, Correction.MostCharacters);
            corrections.Add(correction);
        }

        if (unread is not null)
        {
            values.Diagnostics.Add(DiagnosticCatalog.ValueInvalid(entry.Line, key, unread, Expected));
        }

        if (corrections.Count > Correction.Most)
        {
            values.Diagnostics.Add(
                DiagnosticCatalog.TooManyCorrections(entry.Line, corrections.Count, Correction.Most));
        }

        return corrections;
    }

    private static Correction? Of(IReadOnlyDictionary<string, string> item, TimeZoneInfo zone)
    {
        var (date, text) = item.Count == 1
            ? item.First()
            : new(Find(item, "date", "datum") ?? "", Find(item, "text", "rättelse") ?? "");
        return item.Count <= 2
            && ArticleDate.Parse(date, zone) is { } moment
            && OneLine.Of(text) is { Length: > 0 } line
            ? new Correction(moment, line)
            : null;
    }

    private static string? Find(IReadOnlyDictionary<string, string> item, string name, string swedish) =>
        item.TryGetValue(name, out var value) ? value : item.GetValueOrDefault(swedish);
}
