namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>Diagnostics about the templates of a theme.</content>
public static partial class DiagnosticCatalog
{
    public static Diagnostic TemplateUnknown(string name, string known) => Refusal("template", null,
        $"Temat har ingen mall som heter {name}.",
        $"Byt namn på filen. Mallar som kan ersättas: {known}.");

    public static Diagnostic TemplateTooDeep(int line, int levels, int characters) => Refusal("template", line,
        Text($"Mallen har fler än {levels} nivåer i varandra, eller en tagg på mer än {characters} tecken."),
        "Dela upp mallen i flera, eller skriv uttrycket enklare. Tills dess gäller den förra versionen.");

    public static Diagnostic TemplateEndless(int most) => Refusal("template", null,
        "Mallen tar inte slut: den upprepar något för många gånger, eller infogar sig själv.",
        string.Create(
            SwedishNumbers,
            $"Minska upprepningarna (ett intervall har högst {most} tal), och låt ingen mall infoga sig själv. "
                + $"Tills dess gäller den förra versionen."));

    public static Diagnostic TemplateInvalid(int? line, string detail) => Refusal("template", line,
        $"Mallen går inte att läsa: {Short(detail, 300)}",
        "Rätta mallen. Tills dess gäller den förra versionen.");
}
