namespace Lysekil.Desk.Writing;

/// <summary>A field of the editor's form for a setting of a text.</summary>
/// <param name="Name">The field's name in the form.</param>
/// <param name="Setting">The setting, as <c>Manuscript</c> names it.</param>
/// <param name="Label">The name that editors read.</param>
/// <param name="Hint">What to write, in a few words; empty if the label says it.</param>
public sealed record EditorField(string Name, string Setting, string Label, string Hint = "")
{
    public const string Date = "date";
    public const string Topics = "tags";

    /// <summary>Whether the field is a list of words, separated by commas.</summary>
    public bool IsList => Setting == Topics;

    /// <summary>Whether the field may need several lines on the screen.</summary>
    public bool IsLong => Setting is "lead" or "image_alt" or "image_caption";

    /// <summary>The fields of every text, in the order of the form.</summary>
    public static IReadOnlyList<EditorField> Main { get; } =
    [
        new("rubrik", "title", "Rubrik"),
        new("ingress", "lead", "Ingress", "Det viktigaste i en eller två meningar. Tomt: textens första stycke."),
        new("amnen", Topics, "Ämnen", "Ett eller några, med komma mellan."),
        new("skribent", "author", "Skribent"),
        new("datum", Date, "Datum", "Som 2026-03-24 18:30. En tid som inte har kommit schemalägger texten."),
    ];

    /// <summary>The fields of the main picture.</summary>
    public static IReadOnlyList<EditorField> Picture { get; } =
    [
        new("bild", "image", "Huvudbild", "Bildens plats, som /bilder/hamnen.jpg."),
        new("bildbeskrivning", "image_alt", "Bildbeskrivning", "Vad bilden visar, för den som inte ser den."),
        new("bildtext", "image_caption", "Bildtext"),
        new("fotograf", "image_credit", "Fotograf"),
    ];

    public static IEnumerable<EditorField> All => Main.Concat(Picture);
}
