namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>Diagnostics about Word documents.</content>
public static partial class DiagnosticCatalog
{
    public static Diagnostic WordEncrypted() => Refusal("word", null,
        "Dokumentet är skyddat med lösenord och kan inte läsas.",
        "Ta bort lösenordet i Word, under Arkiv, Info och Skydda dokument, spara och ladda upp filen igen.");

    public static Diagnostic WordOldFormat() => Refusal("word", null,
        "Filen heter .docx, men är sparad i det äldre formatet .doc.",
        "Öppna den i Word, välj Spara som och Word-dokument (.docx), och ladda upp den filen.");

    public static Diagnostic WordMacros() => Refusal("word", null,
        "Dokumentet innehåller makron, alltså program, och läses därför inte.",
        "Öppna det i Word, välj Spara som och Word-dokument (.docx), som är utan makron, och ladda upp den filen.");

    public static Diagnostic WordUnreadable() => Refusal("word", null,
        "Filen går inte att läsa som ett Word-dokument; den är skadad eller i ett annat format.",
        "Öppna den i Word, spara den igen som Word-dokument (.docx) och ladda upp den.");

    public static Diagnostic WordTooLarge() => Refusal("word", null,
        "Dokumentet är för stort för att bli en artikel.",
        "Dela upp texten i flera dokument, eller kopiera den till ett nytt dokument och spara det.");

    public static Diagnostic WordObjects(int count) => Warning("word-object", null,
        Text($"{count} diagram, former eller andra objekt i dokumentet kan inte visas."),
        "Spara dem som bilder (PNG eller JPEG) och ladda upp bilderna.");

    public static Diagnostic WordContents() => Warning("word-contents", null,
        "Dokumentets innehållsförteckning är inte med på sidan.",
        "Du behöver inte göra något. Vill du länka till en rubrik, så skriv sidans adress följd av # och rubriken.");

    public static Diagnostic WordHeaders() => Warning("word-margin", null,
        "Dokumentets sidhuvud och sidfot är inte med på sidan.",
        "Skriv det som läsarna ska se i själva texten.");
}
