using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>Diagnostics about files: their names, places, kinds and sizes.</content>
public static partial class DiagnosticCatalog
{
    public static Diagnostic NameNotUsable(SourcePath path) => Refusal("name", null,
        path.Value.Length > SourcePath.MostCharacters
            ? string.Create(
                SwedishNumbers,
                $"Filens namn är för långt: {path.Value.Length} tecken med mappar; "
                    + $"gränsen är {SourcePath.MostCharacters}.")
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
        "En annan fil i mappen har samma namn, fast lagrat på ett annat sätt "
            + "(å kan lagras som ett tecken eller som två).",
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
        $"Bilder av typen {extension} kan inte publiceras: uppgifter från kameran, som var bilden togs, går inte "
            + "att ta bort ur dem här.",
        "Öppna bilden i ett bildprogram, spara den som JPEG eller PNG och ladda upp den i stället.");

    public static Diagnostic DocumentTypeNotAllowed(string extension) => Refusal("file-type", null,
        $"Textdokument av typen {extension} kan inte publiceras.",
        "Öppna dokumentet, välj Spara som och Word-dokument (.docx), och ladda upp den filen i stället.");

    public static Diagnostic AssetContentDiffers(string extension) => Refusal("file-content", null,
        $"Filens innehåll är inte av typen {extension}.",
        "Spara om filen i rätt format, eller byt till den ändelse som stämmer.");

    public static Diagnostic PictureUnreadable() => Refusal("picture", null,
        "Bilden går inte att öppna; filen är skadad eller i ett annat format.",
        "Öppna bilden i ett bildprogram, spara om den som JPEG eller PNG och ladda upp den igen.");

    public static Diagnostic PictureKindUnusual(string format) => Refusal("picture", null,
        $"Bilden är sparad som en ovanlig sorts {format}, som inte kan publiceras.",
        "Öppna bilden i ett bildprogram, spara om den som vanlig JPEG eller PNG och ladda upp den igen.");

    public static Diagnostic PictureEndsProcess() => Refusal("picture", null,
        "Bilden går inte att läsa: programmet som publicerar kraschade när det försökte öppna den.",
        "Öppna bilden i ett bildprogram, spara om den som JPEG eller PNG och ladda upp den igen.");

    public static Diagnostic AuthorEmbedded() => Warning("properties", null,
        "PDF-filens egenskaper säger vem som har skrivit den, och kanske mer; besökare kan läsa dem.",
        "Ska de inte synas, ta bort uppgifterna i programmet som filen gjordes i, och spara den som PDF igen.");

    public static Diagnostic PlaceEmbedded() => Warning("properties", null,
        "I filmen står var den spelades in; besökare kan läsa det.",
        "Ska platsen inte synas, spara filmen utan den (ofta ett val när en film delas) och ladda upp den igen.");

    public static Diagnostic PictureTooLong(int width, int height, int most) => Refusal("picture", null,
        Text(
            $"Bilden är för stor på ena ledden: {width} × {height} bildpunkter; gränsen är {most} på var ledd."),
        "Dela upp bilden i flera, eller förminska den; ingen sida visar mer än 1600 bildpunkter på bredden.");

    public static Diagnostic PictureTooLarge(int width, int height, int most) => Refusal("picture", null,
        Text($"Bilden är för stor: {width} × {height} bildpunkter; gränsen är {most} miljoner."),
        "Förminska bilden; ingen sida visar mer än 1600 bildpunkter på bredden.");

    public static Diagnostic TooLarge(long bytes, long most) => Refusal("size", null,
        Text($"Filen är för stor: {bytes / 1_000_000.0:0.0} MB, gränsen är {most / 1_000_000.0:0.#} MB."),
        "Dela upp texten i flera filer, eller spara filen i ett mindre format.",
        inWord: "Dela upp texten i flera dokument, eller gör bilderna mindre med Komprimera bilder i Word.");

    public static Diagnostic Empty() => Refusal("empty", null,
        "Filen är tom.",
        "Skriv en rubrik på första raden och text under den, och ladda upp filen igen.",
        inWord: "Skriv en rubrik överst i dokumentet och text under den, spara det och ladda upp det igen.",
        messageInWord: "Dokumentet är tomt.");

    public static Diagnostic NotText(int? line) => Refusal("encoding", line,
        "Filen är inte en textfil; den innehåller tecken som inte kan läsas.",
        "Öppna texten i en vanlig textredigerare och spara den som UTF-8.");
}
