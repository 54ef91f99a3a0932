namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>Diagnostics about settings.</content>
public static partial class DiagnosticCatalog
{
    /// <summary>Word draws a line for dashes, and makes straight quotes curly, as they are typed.</summary>
    private const string KeepDashes = "Gör Word om dem till ett streck, så ångra det med Ctrl+Z.";

    private const string SettingsOfText = "Inställningarna överst i filen";

    private const string KeepQuotes = "Gör Word om citattecknen till böjda, så ångra det med Ctrl+Z.";

    public static Diagnostic FrontMatterOpen(int line, string fence) => Refusal("front-matter", line,
        $"Inställningarna överst i filen börjar med {fence} men avslutas aldrig.",
        $"Skriv en rad med bara {fence} efter den sista inställningen. Ska {fence} vara ett streck, så skriv ***.",
        inWord: $"Skriv tre bindestreck på raden efter den sista inställningen. {KeepDashes} "
            + $"Ska {fence} inte börja inställningar, så ta bort det.",
        messageInWord: $"Inställningarna överst i dokumentet börjar med {fence} men avslutas aldrig.");

    public static Diagnostic FrontMatterFence(int line, string written) => Warning("front-matter", line,
        $"Raden över inställningarna ska vara tre bindestreck, ---, men är {Short(written, 20)}, "
            + "och därför används de inte.",
        "Skriv tre bindestreck på raden över inställningarna och på raden under dem; "
            + "en del skrivprogram gör om dem till ett streck.",
        inWord: "Skriv tre bindestreck på raden över inställningarna och på raden under dem. " + KeepDashes);

    public static Diagnostic FrontMatterInvalid(int line, string detail, string remedy) => Refusal("front-matter", line,
        $"{SettingsOfText} går inte att läsa: {Short(detail, 300)}",
        remedy,
        inWord: WithQuotes(remedy),
        messageInWord: $"Inställningarna överst i dokumentet går inte att läsa: {Short(detail, 300)}");

    /// <summary>The same of <c>site.yaml</c>, which has nothing but settings.</summary>
    public static Diagnostic SettingsFileInvalid(Diagnostic asOfText) =>
        asOfText with { Message = asOfText.Message.Replace(SettingsOfText, "Filen", StringComparison.Ordinal) };

    public static Diagnostic FrontMatterUnread(int line) => Refusal("front-matter", line,
        "Mellan raderna --- överst i filen står text som varken är inställningar eller visas för läsarna.",
        "Flytta texten till under den andra raden ---, och ta bort # om den ska gälla som inställning.",
        messageInWord: "Mellan raderna --- överst i dokumentet står text som varken är inställningar eller visas "
            + "för läsarna.");

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
        "Skriv bara --- på raden, och under den varje inställning på en egen rad, som title: Rubriken.",
        inWord: "Skriv bara tre bindestreck på raden, och under den varje inställning på en egen rad, som "
            + $"title: Rubriken. {KeepDashes}");

    public static Diagnostic SettingMisplaced(int line, string written) => Refusal("front-matter", line,
        $"Raden ”{Short(written)}” ser ut att styra när texten publiceras, men står inte så att den används.",
        "Skriv inställningar överst i filen, mellan två rader med bara ---. "
            + "Hör raden till texten, så skriv om den.",
        inWord: $"Skriv inställningar överst i dokumentet, mellan två rader med bara ---. {KeepDashes} "
            + "Hör raden till texten, så skriv om den.");

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
        $"Hör det till texten, så sätt enkla citattecken om hela värdet: {Short(mended, 200)}",
        inWord: WithQuotes($"Hör det till texten, så sätt enkla citattecken om hela värdet: {Short(mended, 200)}"));

    public static Diagnostic SettingsDiffer(int line, string key, int otherLine, string otherKey) => Refusal(
        "setting-twice",
        line,
        $"”{Short(key)}” på rad {Digits(line)} och ”{Short(otherKey)}” på rad {Digits(otherLine)} "
            + "betyder samma sak, men har olika värden.",
        "Ta bort den ena av raderna.",
        messageInWord: $"”{Short(key)}” och ”{Short(otherKey)}” betyder samma sak, men har olika värden.");

    public static Diagnostic SettingUnused(int line, string key, int usedLine, string usedKey) => Warning(
        "setting-twice",
        line,
        $"”{Short(key)}” används inte, eftersom ”{Short(usedKey)}” på rad {Digits(usedLine)} "
            + "betyder samma sak.",
        "Behåll den ena av raderna.",
        messageInWord: $"”{Short(key)}” används inte, eftersom ”{Short(usedKey)}” betyder samma sak.");

    public static Diagnostic AddressUnusable(int line, string key, string value) => Warning("aliases", line,
        $"Adressen ”{Short(value)}” i {Short(key)} används inte; "
            + "artikelns adress följer av filens namn och datum.",
        "Ta bort raden. Ska en äldre adress leda hit, så skriv den som aliases: [/nyheter/gammal-sida/].");

    public static Diagnostic AliasesAreNames(int line, string key, IEnumerable<string> names) => Warning(
        "aliases",
        line,
        $"Inställningen {Short(key)} innehåller namn som inte är webbadresser, och de används inte: "
            + Short(string.Join(", ", names.Select(n => $"”{n}”")), 200),
        "Hör namnen till ett annat program, som Obsidian, behöver inget göras. "
            + "Ska en äldre adress leda hit, så skriv den så här: /nyheter/gammal-sida/.");

    public static Diagnostic PictureSettingUnused(int line, string key) => Warning("image", line,
        $"”{Short(key)}” används inte, eftersom texten inte har någon huvudbild.",
        "Skriv bildens plats som image: /bilder/hamnen.jpg, eller ta bort raden.");

    public static Diagnostic PicturesUnused(int line, string key) => Warning("image", line,
        $"”{Short(key)}” har flera bilder, men en text har bara en huvudbild; den första visas.",
        "Behåll en, och skriv de andra i texten: ![Beskrivning](/bilder/hamnen.jpg).",
        inWord: "Behåll en, och infoga de andra i dokumentet.");

    public static Diagnostic FocusInvalid(int line, string key, string value) => Warning("image", line,
        $"”{Short(value)}” i {Short(key)} går inte att använda; "
            + "i listor beskärs bilden kring det som drar blicken till sig.",
        "Skriv var i bilden det viktigaste är, från vänster och uppifrån, som 50% 20%, "
            + "eller med ett ord: överst, nederst, vänster, höger eller mitten.");

    public static Diagnostic TranslationsTooMany(int line, string key, int most) => Warning("value", line,
        Text($"Inställningen {key} har fler än {most} texter; de övriga används inte."),
        "Behåll en text för varje språk.");

    public static Diagnostic TooManyTopics(int? line, int count, int most) => Refusal("topics", line,
        Text($"Artikeln har för många ämnen: {count}; gränsen är {most}."),
        "Behåll de ämnen som artikeln verkligen handlar om.");

    public static Diagnostic TooManyCorrections(int? line, int count, int most) => Refusal("value", line,
        Text($"Texten har för många rättelser: {count}; gränsen är {most}."),
        "Slå ihop dem som hör till samma sak.");

    public static Diagnostic TooManyAliases(int? line, int count, int most) => Refusal("aliases", line,
        Text($"Sidan har för många äldre adresser: {count}; gränsen är {most}."),
        "Behåll de adresser som fortfarande används.");

    public static Diagnostic ValueTooLong(int line, string key, int length, int most) => Refusal("value", line,
        Text($"Inställningen {key} är för lång: {length} tecken; gränsen är {most}."),
        "Korta texten, eller flytta den till artikeln.");

    public static Diagnostic TopicsShareAddress(IReadOnlyList<string> names, string url) => Warning("topics", null,
        $"Ämnena {string.Join(", ", names.SkipLast(1).Select(n => Short(n)))} och {Short(names[^1])} har samma "
            + $"webbadress, {url}, och därför en gemensam sida.",
        "Är de ett ämne, så skriv det likadant i alla artiklar. Skriv annars det ena så att det skiljer sig i mer "
            + "än prickar och tecken.");

    public static Diagnostic TopicsCollide(int line, string name, string same) => Warning("topics", line,
        $"Ämnena {Short(same)} och {Short(name)} har samma webbadress; artikeln får bara det första.",
        "Behåll det ena, eller skriv det andra så att det skiljer sig i mer än prickar och tecken.");

    /// <summary>What is mended with quotes must have straight ones.</summary>
    private static string WithQuotes(string remedy) =>
        remedy.AsSpan().ContainsAny('\'', '"') ? $"{remedy} ({KeepQuotes})" : remedy;
}
