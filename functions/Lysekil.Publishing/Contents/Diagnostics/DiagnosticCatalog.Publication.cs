using System.Globalization;

namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>Diagnostics about when a text is published, and for which readers.</content>
public static partial class DiagnosticCatalog
{
    public static Diagnostic DraftUnclear(int line, string key, string value) => Refusal("draft", line,
        value.Length == 0
            ? $"Inställningen {Short(key)} har inget värde som går att läsa; kanske ska texten inte publiceras än."
            : $"Inställningen ”{Short(key)}: {Short(value)}” kan betyda att texten inte ska publiceras än.",
        "Skriv draft: true om texten är ett utkast, eller draft: false om den ska publiceras, i stället för raden.");

    public static Diagnostic DraftMisspelt(int line, string key, string meant) => Refusal("draft", line,
        $"Inställningen ”{Short(key)}” är okänd, men liknar {meant}, "
            + "och kan betyda att texten inte ska publiceras än.",
        "Skriv draft: true om texten är ett utkast; ta annars bort raden.");

    public static Diagnostic LaterDateUnsupported(int line, string key) => Refusal("draft", line,
        $"Inställningen ”{Short(key)}” används inte, men kan betyda att texten "
            + "ska publiceras först vid en viss tid.",
        "Skriv tiden som date: 2026-03-24 18:30 i stället; har den inte kommit än väntar texten till dess.");

    public static Diagnostic EndUnsupported(int line, string key) => Refusal("draft", line,
        $"Inställningen ”{Short(key)}” kan betyda att texten ska tas bort "
            + "vid en viss tid, men det sker inte här.",
        "Skriv expires: 2026-12-31 om texten då ska lämna listor, flöden och sök, medan sidan ligger kvar. "
            + "Ta annars bort raden, och ta själv bort filen när tiden är ute.");

    public static Diagnostic ExpiresBeforeDate(int line, string key) => Refusal("draft", line,
        $"Texten går ut före sitt eget datum: ”{Short(key)}” är tidigare än date.",
        "Rätta den ena av tiderna, eller ta bort raden.");

    public static Diagnostic AudienceUnsupported(int line, string key) => Refusal("draft", line,
        $"Inställningen ”{Short(key)}” kan betyda att texten inte ska visas för alla, "
            + "men här visas allt för alla.",
        "Skriv draft: true om texten inte ska publiceras; ta annars bort raden.");

    public static Diagnostic DraftByFolder(string folder) => Warning("draft", null,
        $"Filen publiceras inte, eftersom den ligger i mappen ”{Short(folder)}”.",
        "Flytta filen till en annan mapp när den ska publiceras.");

    public static Diagnostic DraftByFileName(string part) => Warning("draft", null,
        $"Filen publiceras inte, eftersom ”{part}” i dess namn betyder att den är ett utkast.",
        $"Ta bort ”{part}” ur filens namn när den ska publiceras.");

    public static Diagnostic OpeningDateLater(int line, DateOnly date) => Warning("opening-date", line,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Texten börjar med ett datum i framtiden, {date:yyyy-MM-dd}. Datumet visas i texten, ")
            + "och texten publiceras ändå nu.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Ska texten publiceras först då, så skriv date: {date:yyyy-MM-dd} överst i filen, "
                + $"mellan två rader med bara ---."),
        inWord: string.Create(
            CultureInfo.InvariantCulture,
            $"Ska texten publiceras först då, så skriv date: {date:yyyy-MM-dd} överst i dokumentet, ")
            + $"mellan två rader med bara ---. {KeepDashes}");

    public static Diagnostic NameDateInvalid(string date) => Warning("name-date", null,
        $"Filens namn börjar med något som liknar ett datum, {date}, men som inte går att tolka.",
        "Byt namn på filen; ett datum skrivs som 2026-03-24.");
}
