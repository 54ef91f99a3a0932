namespace Lysekil.Publishing.Contents.Diagnostics;

/// <content>
/// Diagnostics about a setting of <c>site.yaml</c> that is left out, while the others hold.
/// </content>
public static partial class DiagnosticCatalog
{
    private const string Value = "value";
    private const string Contrast = "contrast";
    private const string Footer = "footer";
    private const string Redirect = "redirect";

    /// <summary>Whether the diagnostic says that a setting has no effect, because its value cannot be used.</summary>
    public static bool LeavesOut(Diagnostic diagnostic) => diagnostic.Code is Value or Contrast or Footer or Redirect;

    /// <param name="line">The setting's line.</param>
    /// <param name="key">The setting.</param>
    /// <param name="value">Its value.</param>
    /// <param name="expected">What to write, as in "Skriv …".</param>
    public static Diagnostic SettingUnusable(int line, string key, string value, string expected) => Warning(
        Value,
        line,
        $"Inställningen {key} används inte, eftersom värdet ”{Short(value)}” inte passar.",
        $"Skriv {expected}.");

    public static Diagnostic ColourMissing(int line, string key, string name) => Warning(Value, line,
        $"Inställningen {key} används inte, eftersom den saknar värde.",
        $"Sätt citattecken om färgen, som {name}: '#9c2a1c'; utan dem räknas den som en kommentar.");

    /// <param name="line">The setting's line.</param>
    /// <param name="key">The setting.</param>
    /// <param name="colours">Its colour, and the one beside which it is seen.</param>
    /// <param name="ratios">The contrast of the two, and the least that text needs.</param>
    /// <param name="isLighterBetter">Whether a lighter colour has more contrast, and not a darker one.</param>
    public static Diagnostic ContrastTooLow(
        int line,
        string key,
        (string Own, string Other) colours,
        (double Found, double Least) ratios,
        bool isLighterBetter) => Warning(
        Contrast,
        line,
        $"Inställningen {key} används inte: kontrasten mellan {colours.Own} och {colours.Other} är "
            + $"{Ratio(ratios.Found)}, och för att texten ska gå att läsa behövs minst {Ratio(ratios.Least)}.",
        isLighterBetter ? "Välj en ljusare färg." : "Välj en mörkare färg.");

    public static Diagnostic FooterTooLong(int line, int length, int most) => Warning(Footer, line,
        Text($"Sidfoten används inte: den är {length:#,0} tecken lång, och gränsen är {most:#,0}."),
        "Korta texten, eller flytta en del av den till en egen sida.");

    public static Diagnostic FooterUnusable(int line, string reason, string remedy) => Warning(Footer, line,
        $"Sidfoten används inte. {reason}", remedy);

    public static Diagnostic FooterNamesParts(int line) => Warning(Footer, line,
        "Sidfoten används inte: mellanrubriker, fotnoter och id i den skulle blandas ihop med textens egna på varje "
            + "sida.",
        "Skriv den som vanlig text, utan mellanrubriker, fotnoter och id.");

    public static Diagnostic RedirectFromNoPage(int line, string from) => Redirected(line, from,
        "den gamla adressen går inte att läsa.",
        "Skriv den så som den står efter webbplatsens namn, utan ? och #, som /gammal-sida/.");

    public static Diagnostic RedirectFromOwnPage(int line, string from) => Redirected(line, from,
        "där har webbplatsen en sida som den gör själv.", "Ta bort raden.");

    public static Diagnostic RedirectTwice(int line, string from, int earlier) => Redirected(line, from,
        Text($"samma adress leds om redan på rad {earlier}."), "Ta bort den ena raden.");

    public static Diagnostic RedirectToNoPage(int line, string from, string to) => Redirected(line, from,
        to.Length == 0 ? "det står inte vart den leder." : $"”{Short(to)}” är ingen adress att leda till.",
        "Skriv en adress på webbplatsen, som /ny-sida/, eller en hel adress, som https://www.exempel.se/ny-sida/.");

    public static Diagnostic RedirectInCircle(int line, string from) => Redirected(line, from,
        "den leder tillbaka till sig själv.", "Skriv adressen till den sida som läsaren ska komma till.");

    public static Diagnostic RedirectsTooMany(int line, int most) => Warning(Redirect, line,
        Text($"Omdirigeringarna från och med den här raden används inte: högst {most:#,0} är tillåtna."),
        "Ta bort dem som ingen längre behöver.");

    private static Diagnostic Redirected(int line, string from, string reason, string remedy) => Warning(Redirect, line,
        $"Omdirigeringen från ”{Short(from)}” används inte: {reason}", remedy);

    /// <summary>Rounded down: a ratio below the limit never reads as the limit.</summary>
    private static string Ratio(double ratio) => Text($"{Math.Floor(ratio * 10) / 10:0.0}:1");
}
