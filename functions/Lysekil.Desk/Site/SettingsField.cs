namespace Lysekil.Desk.Site;

/// <summary>A field of the form for a setting of the site.</summary>
/// <param name="Name">The field's name in the form.</param>
/// <param name="Setting">The setting, as <c>EditableSettings</c> names it.</param>
/// <param name="Label">The name that editors read.</param>
/// <param name="Hint">What to write, in a few words.</param>
/// <param name="Rows">The lines on the screen; 1 for a value in one line.</param>
public sealed record SettingsField(string Name, string Setting, string Label, string Hint, int Rows = 1)
{
    public const string Menu = "menu";
    public const string Logo = "logo";

    private const string UsualColour = " Tomt: den vanliga.";

    /// <summary>What the site is.</summary>
    public static IReadOnlyList<SettingsField> Main { get; } =
    [
        new("titel", "title", "Namn", "Står överst på varje sida, i webbläsarens flik och i flödena."),
        new("beskrivning", "description", "Beskrivning", "En mening, för sidfoten, flödena och sökmotorer.", 2),
        new(
            "adress",
            "baseUrl",
            "Adress",
            "Som https://www.exempel.se. Ändra den bara om webbplatsen flyttar; sidor och flöden anger den som sin."),
    ];

    /// <summary>What the site looks like.</summary>
    public static IReadOnlyList<SettingsField> Looks { get; } =
    [
        new(
            "logotyp",
            Logo,
            "Logotyp",
            "Bildens plats, som /bilder/logotyp.png, i stället för namnet överst. PNG, WebP eller JPEG; ladda upp "
                + "den under Bilder först."),
        new(
            "ikon",
            "favicon",
            "Ikon",
            "Bildens plats, som /bilder/ikon.png, för webbläsarens flik. PNG, helst 192 × 192 bildpunkter. Tomt: den "
                + "vanliga."),
        new(
            "delningsbild",
            "shareImage",
            "Delningsbild",
            "Bildens plats, som /bilder/dela.jpg. Visas när någon delar en sida som saknar egen bild."),
        new("accent", "colours.accent", "Accentfärg", "Som #9c2a1c, läsbar mot bakgrunden." + UsualColour),
        new("bakgrund", "colours.background", "Bakgrundsfärg", "Som #fdfcf9, ljus nog för mörk text." + UsualColour),
        new(
            "morkaccent",
            "colours.darkAccent",
            "Accentfärg i mörkt läge",
            "Som #f0937f, för den som har mörkt läge." + UsualColour),
        new(
            "morkbakgrund",
            "colours.darkBackground",
            "Bakgrundsfärg i mörkt läge",
            "Som #14181b, mörk nog för ljus text." + UsualColour),
        new(
            "sidfot",
            "footer",
            "Sidfot",
            "Text och länkar längst ner på varje sida. Tom rad mellan stycken.",
            6),
        new("utgivare", "publisher", "Ansvarig utgivare", "En persons namn. Står längst ner på varje sida."),
        new("epost", "contact.email", "E-post till redaktionen", "Som red@exempel.se. Står längst ner."),
        new("telefon", "contact.phone", "Telefon till redaktionen", "Som 0523-123 45. Står längst ner."),
        new(
            "postadress",
            "contact.address",
            "Postadress till redaktionen",
            "Gata, postnummer och ort på en rad. Står längst ner."),
    ];

    /// <summary>What is rarely changed.</summary>
    public static IReadOnlyList<SettingsField> Rare { get; } =
    [
        new("sprak", "language", "Språk", "Sidornas egna ord och datum: sv, en, nb eller fi. Tomt: sv."),
        new("tidszon", "timeZone", "Tidszon", "Som Europe/Stockholm. Artiklarnas datum läses i den."),
        new(
            "plausible",
            "analytics.plausible",
            "Besöksräkning med Plausible",
            "Webbplatsens namn hos Plausible, som exempel.se. Räknar utan kakor. Tomt: ingen räkning."),
        new(
            "goatcounter",
            "analytics.goatcounter",
            "Besöksräkning med GoatCounter",
            "Webbplatsens kod hos GoatCounter, som exempel. Räknar utan kakor. Tomt: ingen räkning."),
        new("dela", "share", "Knappen Dela", "true: artiklarna får en knapp för att dela dem. Tomt: ingen knapp."),
        new(
            "floden",
            "feeds",
            "Flödenas text",
            "lead: bara ingressen och bilden. full: hela artikeln. Tomt: hela artikeln."),
        new("nav", "hub", "Nav för flödena", "Ett WebSub-nav som får veta när flödena ändras. Tomt: inget."),
        new(
            "flodesid",
            "feedIdentity",
            "Flödenas identitet",
            "Det värdnamn som flödesläsare känner artiklarna på. Tomt: den första adressens, även efter en flytt."),
    ];

    public static IEnumerable<SettingsField> All => [.. Main, .. Looks, .. Rare];
}
