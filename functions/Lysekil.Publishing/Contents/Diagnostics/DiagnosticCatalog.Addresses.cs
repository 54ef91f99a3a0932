namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>Diagnostics about the addresses of pages.</content>
public static partial class DiagnosticCatalog
{
    public static Diagnostic SlugMissing() => Refusal("slug", null,
        "Filens namn ger ingen webbadress; det innehåller inga bokstäver eller siffror.",
        "Byt namn på filen, eller skriv slug: kort-namn överst i filen.",
        inWord: "Byt namn på filen.");

    public static Diagnostic UrlReserved(string url) => Refusal("url-reserved", null,
        $"Adressen {url} används av webbplatsen själv.",
        "Byt namn på filen, eller skriv slug: annat-namn överst i filen.",
        inWord: "Byt namn på filen.");

    public static Diagnostic UrlTaken(string url, string owner) => Refusal("url-taken", null,
        $"Adressen {url} används redan av {owner}.",
        "Byt namn på den ena filen, eller skriv slug: annat-namn överst i den. Blir adressen ledig publiceras filen "
            + "av sig själv.",
        inWord: "Byt namn på den ena filen. Blir adressen ledig publiceras filen av sig själv.");
}
