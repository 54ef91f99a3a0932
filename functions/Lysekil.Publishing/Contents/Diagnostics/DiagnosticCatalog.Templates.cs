namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>Diagnostics about the templates of a theme.</content>
public static partial class DiagnosticCatalog
{
    public static Diagnostic TemplateUnknown(string name, string known) => Refusal("template", null,
        $"Temat har ingen mall som heter {name}.",
        $"Byt namn på filen. Mallar som kan ersättas: {known}.");

    public static Diagnostic TemplateTooDeep(int line, int levels, int characters) => Refusal("template", line,
        Text($"Mallen har fler än {levels} nivåer inuti varandra, eller en tagg på mer än {characters} tecken."),
        "Dela upp mallen i flera, eller skriv uttrycket enklare. Tills dess gäller den förra versionen.");

    public static Diagnostic TemplateEndless(int most) => Refusal("template", null,
        "Mallen tar inte slut: den upprepar något för många gånger, eller infogar sig själv.",
        string.Create(
            SwedishNumbers,
            $"Minska upprepningarna (ett intervall har högst {most} tal), och låt ingen mall infoga sig själv. "
                + $"Tills dess gäller den förra versionen."));

    public static Diagnostic TemplateTooLarge(int most) => Refusal("template", null,
        Text($"Mallen blir för stor: den skapar mer än {most} tecken."),
        "Se efter om den upprepar något, eller fogar ihop en text med sig själv. "
            + "Tills dess gäller den förra versionen.");

    /// <param name="line">The line; <c>null</c> where it is not known.</param>
    /// <param name="english">What the parser says.</param>
    public static Diagnostic TemplateInvalid(int? line, string english) => Refusal("template", line,
        $"Mallen går inte att läsa. Tolken svarar på engelska: ”{Short(english, 300)}”",
        "Rätta mallen. Tills dess gäller den förra versionen.");

    public static Diagnostic TemplateLacksOther() => Refusal("template", null,
        "Mallen infogar en mall som inte finns.",
        "Rätta namnet efter include eller render. Tills dess gäller den förra versionen.");

    /// <param name="line">The line; <c>null</c> where it is not known.</param>
    /// <param name="name">The template's file.</param>
    public static Diagnostic TemplateUsesClock(int? line, string name) => Refusal("template", line,
        $"Mallen {name} frågar efter tiden just nu, men en sida skrivs inte om för att tiden går.",
        "Ta bort now och today; ett årtal kan skrivas som text. Tills dess gäller den förra versionen.");

    /// <param name="line">The line; <c>null</c> where it is not known.</param>
    /// <param name="name">The template's file.</param>
    /// <param name="written">The variable, with the members that lead to the name.</param>
    /// <param name="meant">What was likely meant; <c>null</c> if no name is close.</param>
    /// <param name="mayBeSet">Whether another template may set it.</param>
    public static Diagnostic TemplateNameUnknown(
        int? line, string name, string written, string? meant, bool mayBeSet) => Warning("template-name", line,
        $"Mallen {name} använder ”{Short(written)}”, som inte finns; där står ingenting.",
        (meant is null ? "Rätta namnet eller ta bort det." : $"Skriv {meant} i stället.")
            + (mayBeSet ? " Sätter en annan mall det, behöver inget göras." : ""));

    /// <param name="line">The line; <c>null</c> where it is not known.</param>
    /// <param name="name">The template's file.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="meant">What was likely meant; <c>null</c> if no name is close.</param>
    public static Diagnostic TemplateFilterUnknown(int? line, string name, string filter, string? meant) => Warning(
        "template-name",
        line,
        $"Mallen {name} använder filtret ”{Short(filter)}”, som inte finns; det ändrar ingenting.",
        meant is null ? "Rätta namnet eller ta bort filtret." : $"Skriv {meant} i stället.");

    /// <param name="line">The line; <c>null</c> where it is not known.</param>
    /// <param name="name">The template's file.</param>
    /// <param name="key">The text's key.</param>
    /// <param name="meant">What was likely meant; <c>null</c> if no key is close.</param>
    public static Diagnostic TemplateTextUnknown(int? line, string name, string key, string? meant) => Warning(
        "template-name",
        line,
        $"Mallen {name} hämtar texten ”{Short(key)}”, som inte finns; där står ingenting.",
        meant is null ? "Rätta namnet, eller skriv texten i mallen." : $"Skriv '{meant}' i stället.");

    /// <param name="english">What the filter says.</param>
    public static Diagnostic TemplateFails(string english) => Refusal("template", null,
        $"Mallen ger ett fel när den används. Tolken svarar på engelska: ”{Short(english, 300)}”",
        "Se efter vad varje filter får för värden, till exempel att inget delas med noll. "
            + "Tills dess gäller den förra versionen.");
}
