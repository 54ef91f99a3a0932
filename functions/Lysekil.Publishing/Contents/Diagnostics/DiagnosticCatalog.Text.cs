using Lysekil.Publishing.Contents.Locales;

namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>Diagnostics about titles, Markdown, HTML, links and pictures in a text.</content>
public static partial class DiagnosticCatalog
{
    private const string TitleFirst = "Skriv rubriken överst i dokumentet, i ett eget stycke.";

    private const string InsertPicture =
        "Infoga bilden i dokumentet från en fil, i stället för att länka till den.";

    public static Diagnostic AssetMissing(string path) => Warning("missing-file", null,
        $"Filen {Short(path, 200)} som texten använder finns inte, eller kunde inte publiceras.",
        "Ladda upp filen, eller rätta adressen. Kommer filen senare visas den av sig själv.");

    public static Diagnostic TooDeep(int? line = null) => Refusal("nesting", line,
        "Citat eller listor ligger inuti varandra i för många nivåer.",
        "Ta bort de upprepade tecknen > eller indragen, så att det blir högst några nivåer.",
        inWord: "Minska indragen i listorna, så att det blir högst några nivåer.");

    public static Diagnostic TooDense(int line, int most) => Refusal("signs", line,
        string.Create(
            SwedishNumbers,
            $"Stycket innehåller fler än {most} av tecknen [ ] ! * _ ~ = + ^ ` < & \\ och citattecken, "
                + $"som har en särskild betydelse."),
        "Ta bort de upprepade tecknen, eller dela upp stycket eller tabellen med tomma rader.",
        inWord: "Ta bort de upprepade tecknen, eller dela upp stycket eller tabellen i flera.",
        messageInWord: "Stycket eller tabellen innehåller för många skiljetecken, som * eller [.");

    public static Diagnostic TableTooLarge(int line, int most) => Refusal("table", line,
        Text($"Tabellerna i texten har för många rutor; gränsen är {most}."),
        "Korta tabellen, eller ladda upp den som PDF och länka till den.");

    public static Diagnostic TooManyElements(int most) => Refusal("html", null,
        Text($"Texten innehåller HTML, och blir fler än {most} element; de tar för lång tid att gå igenom."),
        "Skriv med Markdown i stället för HTML, eller dela upp texten i flera filer.",
        inWord: "Dela upp texten i flera dokument.",
        messageInWord: Text($"Texten blir fler än {most} delar, som stycken och tabellrutor; de tar för lång tid."));

    public static Diagnostic TooManyDefinitions(int most) => Refusal("signs", null,
        Text($"Texten har fler än {most} länkadresser eller fotnoter av formen [namn]: adress."),
        "Skriv adressen i länken, som [texten](adressen), eller dela upp texten i flera filer.",
        inWord: "Dela upp texten i flera dokument.",
        messageInWord: Text($"Texten har fler än {most} fotnoter, eller tecken som ser ut som sådana."));

    public static Diagnostic TitleMissing() => Refusal("title", null,
        "Artikeln saknar rubrik.",
        "Skriv rubriken på första raden, eller title: överst i filen.",
        inWord: TitleFirst);

    public static Diagnostic TitleTooLong(int? line, int length, int most) => Refusal("title", line,
        Text($"Rubriken är för lång: {length} tecken; gränsen är {most}."),
        "Korta rubriken och lägg resten i ingressen.");

    public static Diagnostic LinkDropped(int line, string target) => Warning("link", line,
        $"Länken till ”{Short(target)}” är inte av en tillåten typ och visas som vanlig text.",
        "Använd adresser som börjar med https://, http://, mailto:, tel: eller /.",
        inWord: "Högerklicka på länken i dokumentet, välj att redigera den och skriv en adress som börjar med "
            + "https://, http://, mailto: eller tel:.");

    public static Diagnostic PictureEmbedded(int line, string target) => Warning("link", line,
        $"Bilden ”{Short(target)}” ligger i själva texten, och visas inte.",
        "Spara bilden som en egen fil, ladda upp den och skriv var den finns: ![Beskrivning](/bilder/hamnen.jpg).",
        inWord: InsertPicture);

    public static Diagnostic TooManyEmbedded(int most) => Refusal("picture", null,
        Text($"Texten innehåller för många bilder; gränsen är {most}."),
        "Dela upp texten, eller spara bilder som egna filer, ladda upp dem och skriv var de finns: "
            + "![Beskrivning](/bilder/hamnen.jpg).",
        inWord: "Dela upp texten i flera dokument, eller ta bort några av bilderna.");

    public static Diagnostic EmbeddedTooLarge(long bytes, long most) => Refusal("picture", null,
        Text($"Bilderna i texten är för stora tillsammans: {bytes / 1_000_000.0:0.0} MB, ")
            + Text($"gränsen är {most / 1_000_000} MB."),
        "Förminska bilderna; ingen sida visar mer än 1600 bildpunkter på bredden. "
            + "Eller ladda upp dem som egna filer.",
        inWord: "Gör bilderna mindre med Komprimera bilder i Word, eller dela upp texten i flera dokument.");

    /// <param name="line">The line of the picture, if the file has lines.</param>
    /// <param name="number">The picture's number in the text, from 1.</param>
    /// <param name="refusal">Why the picture would be refused as a file of its own.</param>
    public static Diagnostic EmbeddedLeftOut(int? line, int number, Diagnostic refusal) => Warning("picture", line,
        Text($"Bild nummer {number} i texten visas inte. {refusal.Message}"),
        refusal.Remedy,
        inWord: "Öppna bilden i ett bildprogram, spara om den som JPEG eller PNG, högst 1600 bildpunkter bred, och "
            + "infoga den i dokumentet igen.");

    public static Diagnostic PictureKindNotShown(int line, string target, string extension) => Warning("link", line,
        $"Bilden ”{Short(target)}” visas inte, eftersom filer av typen {extension} inte kan publiceras.",
        "Öppna bilden i ett bildprogram, spara den som JPEG eller PNG, ladda upp den och rätta adressen.",
        inWord: "Öppna bilden i ett bildprogram, spara den som JPEG eller PNG och infoga den i dokumentet.");

    public static Diagnostic PictureMisnamed(int line, string target, string extension) => Warning("link", line,
        $"Bilden ”{Short(target)}” visas inte, eftersom filer av typen {extension} inte kan publiceras.",
        "Byt filens ändelse till .jpg, ladda upp den igen och rätta adressen.",
        inWord: "Byt bildfilens ändelse till .jpg och infoga bilden i dokumentet igen.");

    public static Diagnostic PictureAddressInvalid(int line, string target) => Warning("link", line,
        $"Bilden ”{Short(target)}” visas inte, eftersom adressen inte leder till en bild.",
        "Skriv var bilden finns, som /bilder/hamnen.jpg, eller en adress som börjar med https://.",
        inWord: InsertPicture);

    public static Diagnostic PictureElsewhere(int line, string target, string host) => Warning(
        "picture-elsewhere",
        line,
        $"Bilden ”{Short(target)}” hämtas från en annan webbplats, {Short(host)}, som därmed får veta vilka "
            + "IP-adresser som läser texten.",
        "Spara bilden, om ni har rätt att använda den, ladda upp den och skriv var den finns, som "
            + "/bilder/hamnen.jpg.",
        inWord: InsertPicture);

    public static Diagnostic LinkUndated(int line, string target) => Warning("link", line,
        $"Länken till ”{Short(target)}” kan inte följas: filens namn börjar inte med ett datum, och säger inte "
            + "vilken adress artikeln har.",
        "Länka till artikelns adress på webbplatsen, som /2026/03/nagot-kort/.");

    public static Diagnostic TooManyAddresses(int line, int most) => Warning("link", line,
        Text($"Stycket har fler än {most} webbadresser; resten av dem visas som vanlig text."),
        "Dela upp texten med tomma rader, eller skriv adresserna som länkar: [texten](adressen).",
        inWord: "Dela upp stycket i flera, eller gör ord i texten till länkar: markera dem och tryck Ctrl+K.");

    public static Diagnostic AltMissing(int line, string target) => Warning("alt", line,
        $"Bilden ”{Short(target)}” saknar beskrivning för den som inte ser den.",
        "Skriv vad bilden visar: ![Beskrivning](bild.jpg), eller image_alt: överst i filen.",
        inWord: "Högerklicka på bilden i dokumentet, välj alternativtext och skriv vad den visar. Är det "
            + "huvudbilden i inställningarna, så skriv image_alt: där.",
        messageInWord: "En bild saknar beskrivning för den som inte ser den.");

    public static Diagnostic HtmlDropped(int line, string element) => Warning("html", line,
        $"HTML-elementet <{Short(element)}> kan inte användas här, och visas inte.",
        "Skriv med Markdown i stället, och en film som dess adress på en egen rad. Skript, formulär och inbäddade "
            + "sidor kan inte användas.");

    public static Diagnostic HtmlUnwrapped(int line, string element) => Warning("html", line,
        $"HTML-elementet <{Short(element)}> används inte här; bara texten i det visas.",
        "Skriv med Markdown i stället. Ska själva tecknen synas för läsarna, så skriv \\< i stället för <.");

    public static Diagnostic HtmlAttributeDropped(int line, string element, string attribute) => Warning("html", line,
        $"Attributet {Short(attribute)} i HTML-elementet <{Short(element)}> används inte här.",
        "Skriv med Markdown i stället, som **fetstil** eller *kursiv*; färger och placering bestämmer webbplatsen.");

    public static Diagnostic AnchorMissing(int line, string target) => Warning("anchor", line,
        $"Länken till ”{Short(target)}” leder ingenstans: ingen rubrik i texten har den adressen.",
        "Skriv rubriken med små bokstäver och bindestreck, som #nya-avgifter för ”Nya avgifter”.");

    public static Diagnostic PageMissing(int line, string target) => Warning("missing-page", line,
        $"Länken till ”{Short(target)}” leder ingenstans: ingen sida på webbplatsen har den adressen.",
        "Rätta adressen, eller ta bort länken. Kommer sidan senare försvinner varningen av sig själv.");

    public static Diagnostic PageScheduled(int line, string target, DateTimeOffset opens) => Warning(
        "scheduled-page",
        line,
        $"Länken till ”{Short(target)}” leder till en sida som ligger ute först den "
            + $"{Locale.Swedish.DayAndTime(opens)}.",
        "Låt länken stå om den får leda fel så länge; ta annars bort den tills vidare. "
            + "När sidan ligger ute försvinner varningen av sig själv.");

    public static Diagnostic PageAnchorMissing(int line, string target) => Warning("anchor", line,
        $"Länken till ”{Short(target)}” leder bara till sidans början: ingen rubrik på sidan har den adressen.",
        "Skriv rubriken efter # med små bokstäver och bindestreck, som /om/#nya-avgifter för ”Nya avgifter”.");

    public static Diagnostic FootnoteUnused(int line, string label) => Warning("footnote", line,
        $"Fotnoten [{Short(label)}] visas inte, eftersom texten inte hänvisar till den.",
        $"Skriv [{Short(label)}] där fotnoten hör hemma i texten, eller ta bort den.",
        inWord: "Flytta fotnoten från rubriken till texten, eller ta bort den.",
        messageInWord: $"Fotnot {Short(label).TrimStart('^')} visas inte, eftersom texten inte hänvisar till den.");

    public static Diagnostic CommentUnclosed(int line) => Warning("html", line,
        "Kommentaren som börjar med <!-- har inget slut, och därför visas inte texten efter den.",
        "Skriv --> där kommentaren slutar, eller ta bort <!--.");

    public static Diagnostic CommentShown(int line) => Refusal("comment", line,
        "Läsarna skulle se kommentaren som börjar med <!-- mitt på raden, eftersom den inte slutar i samma stycke.",
        "Låt <!-- stå först på en egen rad, och --> där kommentaren slutar. Ska tecknen synas, så skriv \\<!--.");

    public static Diagnostic XmlHidden(int line, string begin, string end) => Warning("html", line,
        $"Texten mellan {begin} och {end} visas inte.",
        "Ta bort de tecknen om läsarna ska se texten; ta annars bort alltsammans.");

    public static Diagnostic FootnoteMissing(int line, string label) => Warning("footnote", line,
        $"Läsarna ser hänvisningen [{Short(label)}] som den är skriven, eftersom texten saknar den fotnoten.",
        $"Skriv fotnoten på en egen rad, som [{Short(label)}]: Enligt protokollet, eller ta bort hänvisningen.");

    public static Diagnostic MarksShown(int line, string marks) => Warning("marks", line,
        $"Texten innehåller tecken som läsarna ser så här: {Short(marks)}",
        "Ta bort tecknen, eller skriv det som de betyder med Markdown. De hör till ett annat program, "
            + "eller saknar något.",
        inWord: "Ta bort tecknen. De hör till ett annat program.");

    public static Diagnostic TitleLink(int line) => Warning("title", line,
        "Av länkar och bilder i rubriken visas bara orden.",
        "Flytta länken eller bilden till texten under rubriken.");

    public static Diagnostic TitleTaken(int line, string title) => Warning("title", line,
        $"Texten börjar inte med en rubrik, och därför blev den här raden artikelns rubrik: ”{Short(title)}”",
        "Skriv rubriken på första raden, eller title: överst i filen.",
        inWord: TitleFirst,
        messageInWord: $"Dokumentet börjar inte med en rubrik, och därför blev det här artikelns rubrik: "
            + $"”{Short(title)}”");

    public static Diagnostic TitleFromName(int line, string title) => Warning("title", line,
        $"Texten har ingen rad som kan vara rubrik, och därför blev filens namn rubrik: ”{Short(title)}”",
        "Skriv rubriken på första raden, eller title: överst i filen.",
        inWord: TitleFirst,
        messageInWord: $"Dokumentet har inget som kan vara rubrik, och därför blev filens namn rubrik: "
            + $"”{Short(title)}”");

    public static Diagnostic FenceAroundText(int line) => Warning("fence", line,
        "Hela texten står som kod, mellan rader med ``` eller ~~~; den visas som vanlig text.",
        "Ta bort den första och den sista raden, som är skrivna av ett annat program.");
}
