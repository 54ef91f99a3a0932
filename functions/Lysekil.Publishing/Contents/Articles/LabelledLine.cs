using System.Collections.Frozen;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// A line that says what follows its colon, such as "Foto: Eva Ek" or "Tel: 0523-000 00", and so is no heading.
/// </summary>
internal static class LabelledLine
{
    private const int LongestLabel = 20;

    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "adress", "av", "bild", "bilder", "bildtext", "datum", "e-post", "epost", "fax", "film", "foto", "fotograf",
        "grafik", "hemsida", "illustration", "kontakt", "källa", "källor", "läs mer", "läs även", "mail", "mejl",
        "mobil", "mobiltelefon", "plats", "publicerad", "publicerat", "redaktör", "se även", "senast uppdaterad",
        "senast ändrad", "skribent", "tel", "tel.", "telefon", "text", "text och bild", "text och foto", "tfn", "tid",
        "uppdaterad", "uppdaterat", "webb", "webbplats", "ändrad", "öppettider");

    public static bool Is(ReadOnlySpan<char> line) =>
        line[..Math.Min(line.Length, LongestLabel + 1)].IndexOf(':') is > 0 and var colon
        && Labels.GetAlternateLookup<ReadOnlySpan<char>>().Contains(line[..colon].Trim());
}
