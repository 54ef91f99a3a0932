using System.Globalization;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Diagnostics;

/// <summary>The texts of all diagnostics, in one place and one tone.</summary>
public static class DiagnosticCatalog
{
    public static Diagnostic NameNotUsable(SourcePath path) => Refusal("name", null,
        path.Value.Length > SourcePath.MostCharacters
            ? string.Create(
                SwedishNumbers,
                $"Filens namn är för långt: {path.Value.Length} tecken med mappar, "
                    + $"högst {SourcePath.MostCharacters} går.")
            : path.Value.FirstOrDefault(SourcePath.IsUnreadable) switch
            {
                '\uFFFD' =>
                    "Filens eller mappens namn innehåller tecken som inte går att läsa; de visas här som \uFFFD.",
                '\0' when path.Value.Contains('\\', StringComparison.Ordinal) =>
                    "Filens eller mappens namn innehåller ett omvänt snedstreck (\\).",
                '\0' when !path.Value.Contains('\0', StringComparison.Ordinal) =>
                    "Filens eller mappens namn innehåller tecken som inte kan stå i en webbadress.",
                var unseen => "Filens eller mappens namn innehåller ett osynligt tecken; "
                    + $"det visas här som {SourcePath.Shown(unseen)}.",
            },
        "Byt namn. Använd bokstäver, siffror, bindestreck och punkt, och inget mellanslag först eller sist.");

    public static Diagnostic NameTwice() => Refusal("name", null,
        "En annan fil i mappen har samma namn; de är bara lagrade på olika sätt, "
            + "som att å är ett tecken eller två.",
        "Ta bort den ena filen, eller byt namn på den.");

    public static Diagnostic Misplaced() => Refusal("place", null,
        "Filen ligger utanför mapparna som publiceras.",
        "Flytta artiklar till artiklar/, fasta sidor (.md eller .docx) till sidor/ och bilder till bilder/.");

    public static Diagnostic AssetTypeNotAllowed(string extension) => Refusal("file-type", null,
        extension.Length == 0
            ? "Filen saknar filändelse och kan inte publiceras."
            : $"Filer av typen {extension} kan inte publiceras.",
        "Spara text som Markdown (.md) eller Word (.docx), dokument som PDF och bilder som JPEG, PNG, WebP eller GIF.");

    public static Diagnostic PictureTypeNotAllowed(string extension) => Refusal("file-type", null,
        $"Bilder av typen {extension} kan inte publiceras; det som kameran skrev i dem, som platsen, går inte att ta "
            + "bort här.",
        "Öppna bilden i ett bildprogram, spara den som JPEG eller PNG och ladda upp den i stället.");

    public static Diagnostic DocumentTypeNotAllowed(string extension) => Refusal("file-type", null,
        $"Textdokument av typen {extension} kan inte publiceras.",
        "Öppna dokumentet, välj Spara som och Word-dokument (.docx), och ladda upp den filen i stället.");

    public static Diagnostic AssetContentDiffers(string extension) => Refusal("file-content", null,
        $"Filens innehåll är inte av typen {extension}.",
        "Spara om filen i rätt format, eller byt till den ändelse som stämmer.");

    public static Diagnostic PictureUnreadable() => Refusal("picture", null,
        "Bilden går inte att öppna; filen är skadad eller av ett annat slag.",
        "Öppna bilden i ett bildprogram, spara om den som JPEG eller PNG och ladda upp den igen.");

    public static Diagnostic PictureKindUnusual(string format) => Refusal("picture", null,
        $"Bilden är sparad som en ovanlig sorts {format}, som inte kan publiceras.",
        "Öppna bilden i ett bildprogram, spara om den som vanlig JPEG eller PNG och ladda upp den igen.");

    public static Diagnostic PictureEndsProcess() => Refusal("picture", null,
        "Bilden går inte att läsa: ett försök att öppna den avbröt programmet som publicerar.",
        "Öppna bilden i ett bildprogram, spara om den som JPEG eller PNG och ladda upp den igen.");

    public static Diagnostic AuthorEmbedded() => Warning("properties", null,
        "PDF-filens egenskaper säger vem som har skrivit den, och kanske mer; besökare kan läsa dem.",
        "Ska de inte synas, ta bort uppgifterna i programmet som filen gjordes i, och spara den som PDF igen.");

    public static Diagnostic PlaceEmbedded() => Warning("properties", null,
        "Filmen innehåller platsen där den togs; besökare kan läsa den.",
        "Ska platsen inte synas, spara filmen utan den (ofta ett val när en film delas) och ladda upp den igen.");

    public static Diagnostic PictureTooLong(int width, int height, int most) => Refusal("picture", null,
        Text(
            $"Bilden är för lång: {width} × {height} bildpunkter, högst {most} går på höjden och på bredden."),
        "Dela upp bilden i flera, eller förminska den; ingen sida visar mer än 1600 bildpunkter på bredden.");

    public static Diagnostic PictureTooLarge(int width, int height, int most) => Refusal("picture", null,
        Text($"Bilden är för stor: {width} × {height} bildpunkter, högst {most} miljoner går."),
        "Förminska bilden; ingen sida visar mer än 1600 bildpunkter på bredden.");

    public static Diagnostic AssetMissing(string path) => Warning("missing-file", null,
        $"Filen {Short(path, 200)} som texten använder finns inte, eller kunde inte publiceras.",
        "Ladda upp filen, eller rätta adressen. Kommer filen senare visas den av sig själv.");

    public static Diagnostic TooLarge(long bytes, long most) => Refusal("size", null,
        Text($"Filen är för stor: {bytes / 1_000_000.0:0.0} MB, högst {most / 1_000_000} MB går."),
        "Dela upp texten i flera filer, eller spara filen i mindre format.");

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
        "Filen går inte att läsa som ett Word-dokument; den är skadad eller av ett annat slag.",
        "Öppna den i Word, spara den igen som Word-dokument (.docx) och ladda upp den.");

    public static Diagnostic WordTooLarge() => Refusal("word", null,
        "Dokumentet innehåller mer än en artikel kan göra.",
        "Dela upp texten i flera dokument, eller kopiera den till ett nytt dokument och spara det.");

    public static Diagnostic WordPictures(IEnumerable<string> files) => Warning("word-picture", null,
        "Bilder inne i dokumentet publiceras inte därifrån; de hämtas som filer bredvid dokumentet: "
            + Short(string.Join(", ", files), 300) + ".",
        "Spara varje bild som en fil med det namnet, och ladda upp den till samma mapp som dokumentet.");

    public static Diagnostic WordObjects(int count) => Warning("word-object", null,
        Text($"Diagram, former eller andra objekt i dokumentet kan inte visas; de är {count}."),
        "Spara dem som bilder (PNG eller JPEG) och ladda upp bilderna.");

    public static Diagnostic WordContents() => Warning("word-contents", null,
        "Dokumentets innehållsförteckning är inte med på sidan.",
        "Inget behöver göras; en länk till en rubrik skrivs som adressen till sidan med # och rubriken.");

    public static Diagnostic WordMargins() => Warning("word-margin", null,
        "Dokumentets sidhuvud och sidfot är inte med på sidan.",
        "Skriv det som läsarna ska se i själva texten.");

    /// <summary>The message about a place in a document, whose editor sees no numbers of lines.</summary>
    public static string InParagraph(int number, string beginning, string message) =>
        beginning.Length == 0 ? $"Stycke {number}: {message}" : $"Stycke {number}, ”{beginning}”: {message}";

    public static Diagnostic Empty() => Refusal("empty", null,
        "Filen är tom.",
        "Skriv en rubrik på första raden och text under den, och ladda upp filen igen.");

    public static Diagnostic NotText(int? line) => Refusal("encoding", line,
        "Filen är inte en textfil; den innehåller tecken som inte kan läsas.",
        "Öppna texten i en vanlig textredigerare och spara den som UTF-8.");

    public static Diagnostic TooDeep(int? line = null) => Refusal("nesting", line,
        "Citat eller listor ligger inuti varandra i för många nivåer.",
        "Ta bort de upprepade tecknen > eller indragen, så att det blir högst några nivåer.");

    public static Diagnostic TooDense(int line, int most) => Refusal("signs", line,
        string.Create(
            SwedishNumbers,
            $"Stycket innehåller fler än {most} av tecknen [ ] ! * _ ~ = + ^ ` < & \\ och citattecken, "
                + $"som har en särskild betydelse."),
        "Ta bort de upprepade tecknen, eller dela upp stycket eller tabellen med tomma rader.");

    public static Diagnostic TableTooLarge(int line, int most) => Refusal("table", line,
        Text($"Tabellerna i texten har för många rutor; högst {most} går."),
        "Korta tabellen, eller ladda upp den som PDF och länka till den.");

    public static Diagnostic TooManyElements(int most) => Refusal("html", null,
        Text($"Texten innehåller HTML, och blir fler än {most} element; de tar för lång tid att gå igenom."),
        "Skriv med Markdown i stället för HTML, eller dela upp texten i flera filer.");

    public static Diagnostic TooManyDefinitions(int most) => Refusal("signs", null,
        Text($"Texten har fler än {most} länkadresser eller fotnoter av formen [namn]: adress."),
        "Skriv adressen i länken, som [texten](adressen), eller dela upp texten i flera filer.");

    public static Diagnostic FrontMatterOpen(string fence) => Refusal("front-matter", 1,
        $"Inställningarna överst i filen börjar med {fence} men avslutas aldrig.",
        $"Skriv en rad med bara {fence} efter den sista inställningen.");

    public static Diagnostic FrontMatterFence(int line, string written) => Warning("front-matter", line,
        $"Raden över inställningarna ska vara tre bindestreck, ---, men är {Short(written, 20)}, "
            + "och därför används de inte.",
        "Skriv tre bindestreck på raden över inställningarna och på raden under dem; "
            + "en del skrivprogram gör om dem till ett streck.");

    public static Diagnostic FrontMatterInvalid(int line, string detail, string remedy) => Refusal("front-matter", line,
        $"Inställningarna överst i filen går inte att läsa: {Short(detail, 300)}",
        remedy);

    public static Diagnostic FrontMatterUnread(int line) => Refusal("front-matter", line,
        "Mellan raderna --- överst i filen står text som varken är inställningar eller visas för läsarna.",
        "Flytta texten till under den andra raden ---, och ta bort # om den ska gälla som inställning.");

    public static Diagnostic FrontMatterEndsEarly(int line) => Refusal("front-matter", line,
        "Inställningarna slutar vid den här raden; det som står mellan den och nästa --- skulle inte användas.",
        "Ta bort ... eller --- om inställningarna fortsätter; skriv annars --- i stället för ... efter den sista.");

    public static Diagnostic FrontMatterToml(int line) => Refusal("front-matter", line,
        "Raden +++ ser ut att börja eller sluta inställningar skrivna som TOML, men de står inte överst i filen.",
        "Flytta inställningarna så att den första raden är +++, "
            + "eller skriv *** eller --- om det ska vara ett streck.");

    public static Diagnostic FrontMatterJson(int line) => Refusal("front-matter", line,
        "Filen börjar med {, som inställningar skrivna som JSON; de kan inte läsas.",
        "Skriv dem mellan två rader med bara ---, en inställning på varje rad, "
            + "som title: Rubriken och draft: true.");

    public static Diagnostic FrontMatterLanguage(int line, string fence) => Refusal("front-matter", line,
        $"Raden över inställningarna ska vara bara ---, men är {Short(fence, 20)}, och därför kan de inte läsas.",
        "Skriv bara --- på raden, och under den varje inställning på en egen rad, som title: Rubriken.");

    public static Diagnostic SettingMisplaced(int line, string written) => Refusal("front-matter", line,
        $"Raden ”{Short(written)}” ser ut att styra när texten publiceras, men står inte så att den används.",
        "Skriv inställningar överst i filen, mellan två rader med bara ---. "
            + "Hör raden till texten, så skriv om den.");

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
        "Ta bort raden om texten ska publiceras, och ta själv bort filen när tiden är ute.");

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

    /// <param name="line">The setting's line.</param>
    /// <param name="key">The name as written.</param>
    /// <param name="meant">The setting that was likely meant; <c>null</c> if no name is close.</param>
    /// <param name="known">The names of all known settings.</param>
    public static Diagnostic KeyUnknown(int line, string key, string? meant, string known) => Warning(
        "unknown-key",
        line,
        $"Inställningen ”{Short(key)}” är okänd och används inte.",
        (meant is null ? "Rätta stavningen eller ta bort raden." : $"Skriv {meant} i stället.")
            + $" Kända inställningar: {known}.");

    public static Diagnostic ValueInvalid(int line, string key, string value, string expected) => Refusal("value", line,
        $"Inställningen {key} har ett värde som inte går att använda: ”{Short(value)}”.",
        $"Skriv {expected}.");

    /// <param name="line">The line of the value, or of its part in a list.</param>
    /// <param name="key">The name as written.</param>
    /// <param name="lost">The part that is cut: a comment, a tag or an anchor.</param>
    /// <param name="mended">The line with its value in quotes.</param>
    public static Diagnostic ValueCut(int line, string key, string lost, string mended) => Warning("value-cut", line,
        lost.StartsWith('#')
            ? $"”{Short(lost)}” efter {Short(key)} räknas som en kommentar och visas inte."
            : $"”{Short(lost)}” efter {Short(key)} har en särskild betydelse och visas inte.",
        $"Hör det till texten, så sätt enkla citattecken om hela värdet: {Short(mended, 200)}");

    public static Diagnostic SettingsDiffer(int line, string key, int otherLine, string otherKey) => Refusal(
        "setting-twice",
        line,
        $"”{Short(key)}” på rad {Digits(line)} och ”{Short(otherKey)}” på rad {Digits(otherLine)} "
            + "betyder samma sak, men har olika värden.",
        "Ta bort den ena av raderna.");

    public static Diagnostic SettingUnused(int line, string key, int usedLine, string usedKey) => Warning(
        "setting-twice",
        line,
        $"”{Short(key)}” används inte, eftersom ”{Short(usedKey)}” på rad {Digits(usedLine)} "
            + "betyder samma sak.",
        "Behåll den ena av raderna.");

    public static Diagnostic AddressUnusable(int line, string key, string value) => Warning("aliases", line,
        $"Adressen ”{Short(value)}” i {Short(key)} används inte; "
            + "artikelns adress följer av filens namn och datum.",
        "Ta bort raden. Ska en äldre adress leda hit, så skriv den som aliases: [/nyheter/gammal-sida/].");

    public static Diagnostic PictureTextUnused(int line, string key) => Warning("image", line,
        $"”{Short(key)}” visas inte, eftersom texten inte har någon huvudbild.",
        "Skriv bildens plats som image: /bilder/hamnen.jpg, eller ta bort raden.");

    public static Diagnostic OpeningDateLater(int line, DateOnly date) => Warning("opening-date", line,
        string.Create(
            CultureInfo.InvariantCulture,
            $"Texten börjar med ett datum som inte har kommit, {date:yyyy-MM-dd}. Det står kvar i texten, ")
            + "och texten väntar inte till dess.",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Ska texten publiceras först då, så skriv date: {date:yyyy-MM-dd} överst i filen, "
                + $"mellan två rader med bara ---."));

    public static Diagnostic TitleMissing() => Refusal("title", null,
        "Artikeln saknar rubrik.",
        "Skriv rubriken på första raden, eller title: överst i filen.");

    public static Diagnostic TitleTooLong(int? line, int length, int most) => Refusal("title", line,
        Text($"Rubriken är för lång: {length} tecken, högst {most} går."),
        "Korta rubriken och lägg resten i ingressen.");

    public static Diagnostic TooManyTopics(int? line, int count, int most) => Refusal("topics", line,
        Text($"Artikeln har för många ämnen: {count}, högst {most} går."),
        "Behåll de ämnen som artikeln verkligen handlar om.");

    public static Diagnostic TooManyAliases(int? line, int count, int most) => Refusal("aliases", line,
        Text($"Sidan har för många äldre adresser: {count}, högst {most} går."),
        "Behåll de adresser som fortfarande används.");

    public static Diagnostic ValueTooLong(int line, string key, int length, int most) => Refusal("value", line,
        Text($"Inställningen {key} är för lång: {length} tecken, högst {most} går."),
        "Korta texten, eller flytta den till artikeln.");

    public static Diagnostic NameDateInvalid(string date) => Warning("name-date", null,
        $"Filens namn börjar som ett datum, men {date} går inte att använda.",
        "Byt namn på filen; ett datum skrivs som 2026-03-24.");

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

    public static Diagnostic LinkDropped(int line, string target) => Warning("link", line,
        $"Länken till ”{Short(target)}” är inte av en tillåten sort och visas som vanlig text.",
        "Använd adresser som börjar med https://, http://, mailto:, tel: eller /.");

    public static Diagnostic PictureEmbedded(int line, string target) => Warning("link", line,
        $"Bilden ”{Short(target)}” ligger i själva texten, och visas inte.",
        "Spara bilden som en egen fil, ladda upp den och skriv var den finns: ![Beskrivning](/bilder/hamnen.jpg).");

    public static Diagnostic PictureKindNotShown(int line, string target, string extension) => Warning("link", line,
        $"Bilden ”{Short(target)}” visas inte, eftersom filer av typen {extension} inte kan publiceras.",
        "Öppna bilden i ett bildprogram, spara den som JPEG eller PNG, ladda upp den och rätta adressen.");

    public static Diagnostic PictureMisnamed(int line, string target, string extension) => Warning("link", line,
        $"Bilden ”{Short(target)}” visas inte, eftersom filer av typen {extension} inte kan publiceras.",
        "Byt filens ändelse till .jpg, ladda upp den igen och rätta adressen.");

    public static Diagnostic PictureAddressInvalid(int line, string target) => Warning("link", line,
        $"Bilden ”{Short(target)}” visas inte, eftersom adressen inte leder till en bild.",
        "Skriv var bilden finns, som /bilder/hamnen.jpg, eller en adress som börjar med https://.");

    public static Diagnostic LinkUndated(int line, string target) => Warning("link", line,
        $"Länken till ”{Short(target)}” kan inte följas: filens namn börjar inte med ett datum, och säger inte "
            + "vilken adress artikeln har.",
        "Länka till artikelns adress på webbplatsen, som /2026/03/nagot-kort/.");

    public static Diagnostic TooManyAddresses(int line, int most) => Warning("link", line,
        Text($"Stycket har fler än {most} webbadresser; resten av dem visas som vanlig text."),
        "Dela upp texten med tomma rader, eller skriv adresserna som länkar: [texten](adressen).");

    public static Diagnostic AltMissing(int line, string target) => Warning("alt", line,
        $"Bilden ”{Short(target)}” saknar beskrivning för den som inte ser den.",
        "Skriv vad bilden visar: ![Beskrivning](bild.jpg), eller image_alt: överst i filen.");

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

    public static Diagnostic FootnoteUnused(int line, string label) => Warning("footnote", line,
        $"Fotnoten [{Short(label)}] visas inte, eftersom texten inte hänvisar till den.",
        $"Skriv [{Short(label)}] där fotnoten hör hemma i texten, eller ta bort den.");

    public static Diagnostic MarksShown(int line, string marks) => Warning("marks", line,
        $"Texten innehåller tecken som läsarna ser så här: {Short(marks)}",
        "Ta bort tecknen, eller skriv det som de betyder med Markdown. De hör till ett annat program.");

    public static Diagnostic TitleTaken(int line, string title) => Warning("title", line,
        $"Texten börjar inte med en rubrik, och därför blev den här raden artikelns rubrik: ”{Short(title)}”",
        "Skriv rubriken på första raden, eller title: överst i filen.");

    public static Diagnostic TitleFromName(int line, string title) => Warning("title", line,
        $"Texten har ingen rad som kan vara rubrik, och därför blev filens namn det: ”{Short(title)}”",
        "Skriv rubriken på första raden, eller title: överst i filen.");

    public static Diagnostic FenceAroundText(int line) => Warning("fence", line,
        "Hela texten står som kod, mellan rader med ```; den visas som vanlig text.",
        "Ta bort den första och den sista raden, som är skrivna av ett annat program.");

    public static Diagnostic TopicsCollide(int line, string name, string same) => Warning("topics", line,
        $"Ämnena {Short(same)} och {Short(name)} har samma webbadress; artikeln får bara det första.",
        "Behåll det ena, eller skriv det andra så att det skiljer sig i mer än prickar och tecken.");

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

    private static string Short(string text, int most = 60) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";

    private static readonly NumberFormatInfo SwedishNumbers =
        new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00A0" };
}
