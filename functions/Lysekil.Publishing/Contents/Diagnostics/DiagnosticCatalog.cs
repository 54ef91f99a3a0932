using System.Globalization;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Diagnostics;

/// <summary>The texts of all diagnostics, in one place and one tone.</summary>
public static partial class DiagnosticCatalog
{
    /// <summary>The message about a place in a document, in which its editor sees no numbers of lines.</summary>
    public static string InParagraph(int number, string beginning, string message) =>
        beginning.Length == 0 ? $"Stycke {number}: {message}" : $"Stycke {number}, ”{beginning}”: {message}";

    public static Diagnostic SlugMissing() => Refusal("slug", null,
        "Filens namn ger ingen webbadress; det innehåller inga bokstäver eller siffror.",
        "Byt namn på filen, eller skriv slug: kort-namn överst i filen.");

    public static Diagnostic UrlReserved(string url) => Refusal("url-reserved", null,
        $"Adressen {url} används av webbplatsen själv.",
        "Byt namn på filen, eller skriv slug: annat-namn överst i filen.");

    public static Diagnostic UrlTaken(string url, string owner) => Refusal("url-taken", null,
        $"Adressen {url} används redan av {owner}.",
        "Byt namn på den ena filen, eller skriv slug: annat-namn överst i den. Blir adressen ledig publiceras filen "
            + "av sig själv.");

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

    private static Diagnostic Refusal(string code, int? line, string message, string remedy) =>
        new(Severity.Refusal, code, line, message, remedy);

    private static Diagnostic Warning(string code, int? line, string message, string remedy) =>
        new(Severity.Warning, code, line, message, remedy);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(SwedishNumbers);

    private static string Short(string text, int most = 60) => Shortened.Of(text, most);

    private static readonly NumberFormatInfo SwedishNumbers =
        new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0" };
}
