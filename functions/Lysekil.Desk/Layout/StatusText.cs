using Microsoft.AspNetCore.Http;

namespace Lysekil.Desk.Layout;

/// <summary>What a page says of a request that failed.</summary>
internal sealed record StatusText(string Heading, string Explanation)
{
    private const string WordsAreSafe = "Det du skrev finns kvar i webbläsaren: gå tillbaka dit.";

    /// <param name="status">The HTTP status.</param>
    /// <param name="hasRole">Whether the account has a role at the desk.</param>
    public static StatusText Of(int status, bool hasRole) => status switch
    {
        StatusCodes.Status400BadRequest => new(
            "Det där gick inte att ta emot",
            "Sidan kan ha varit öppen länge. " + WordsAreSafe + " Ladda om sidan och försök igen."),
        StatusCodes.Status401Unauthorized => new(
            "Logga in för att fortsätta",
            "Du är inte inloggad, eller så har inloggningen gått ut. Det du har skrivit finns kvar i webbläsaren."),
        StatusCodes.Status403Forbidden when hasRole => new(
            "Det får du inte göra", "Din roll räcker inte till det här. Be en utgivare om hjälp."),
        StatusCodes.Status403Forbidden => new(
            "Du har ingen roll på redaktionen",
            "Du är inloggad, men ingen har gett dig en roll än. Be den som sköter webbplatsen om det."),
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => new(
            "Det finns inget här", "Filen kan ha bytt namn eller tagits bort, eller så blev adressen fel."),
        StatusCodes.Status409Conflict => new(
            "Någon annan hann före",
            "Filen har ändrats sedan du öppnade den, så ingenting sparades. " + WordsAreSafe),
        StatusCodes.Status413PayloadTooLarge => new(
            "Filen är för stor", "Den togs inte emot. Gör den mindre och försök igen."),
        StatusCodes.Status503ServiceUnavailable => new(
            "Lagringen svarar inte just nu",
            "Försök igen om en stund. Ingenting visas som sparat förrän det är det. " + WordsAreSafe),
        _ => new(
            "Något gick fel hos oss",
            "Felet är antecknat. " + WordsAreSafe + " Hjälper det inte att försöka igen, säg till den som sköter webbplatsen."),
    };
}
