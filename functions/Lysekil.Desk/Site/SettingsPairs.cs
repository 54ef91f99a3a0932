using System.Globalization;

namespace Lysekil.Desk.Site;

/// <summary>A setting of which the form shows each line as a row of two fields.</summary>
/// <param name="Setting">The setting, as <c>EditableSettings</c> names it.</param>
/// <param name="Id">The name of its part of the page.</param>
/// <param name="Label">The name that editors read.</param>
/// <param name="Hint">What to write, in a few sentences.</param>
/// <param name="Key">The first field.</param>
/// <param name="Value">The second one.</param>
public sealed record SettingsPairs(
    string Setting, string Id, string Label, string Hint, PairField Key, PairField Value)
{
    public static SettingsPairs Redirects { get; } = new(
        "redirects",
        "omdirigeringar",
        "Omdirigeringar",
        "När en sida har flyttat leds den som följer en gammal länk vidare. Den gamla adressen är en på "
            + "webbplatsen, som /gammal-sida/. Den leder till en sida på webbplatsen, som /artiklar/ny/, eller "
            + "till en hel webbadress. Töm båda fälten för att ta bort raden.",
        new PairField("fran", "Gammal adress", ""),
        new PairField("till", "Leder till", ", gammal adress"));

    public static SettingsPairs Social { get; } = new(
        "social",
        "sociala-medier",
        "Sociala medier",
        "Webbplatsen på andra tjänster, högst tio, med länkar längst ner på varje sida. Skriv hela adressen, "
            + "som https://social.exempel.se/@redaktionen. Töm båda fälten för att ta bort raden.",
        new PairField("tjanst", "Tjänst", ""),
        new PairField("tjanstadress", "Adress", " till tjänst"));

    public static IReadOnlyList<SettingsPairs> All { get; } = [Social, Redirects];

    /// <summary>One line of the setting, as <c>EditableSettings</c> names it.</summary>
    public string NameOf(string key) => $"{Setting}.{key}";
}

/// <summary>A field of each row.</summary>
/// <param name="Name">Begins the field's name in the form; the row's number follows, from 1.</param>
/// <param name="Label">The name that editors read.</param>
/// <param name="Place">What screen readers read between the label and the row's number.</param>
public sealed record PairField(string Name, string Label, string Place)
{
    public string Of(int number) => $"{Name}-{number.ToString(CultureInfo.InvariantCulture)}";
}
