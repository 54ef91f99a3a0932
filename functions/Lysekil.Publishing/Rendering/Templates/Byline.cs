using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Tells a person's name from that of an editorial office, an agency or a party. A byline is free text, and search
/// engines are told of a person only where it has the form of a person's name.
/// </summary>
internal static partial class Byline
{
    private const string Name = @"\p{Lu}[\p{L}\p{M}'’.-]*";

    private const string Particle = "af|av|von|van|de|la|du|der|den|ten";

    /// <summary>
    /// Whether the byline names one person: two words or more with a capital letter, none of which is of an
    /// organization.
    /// </summary>
    public static bool IsPerson(string? byline, string siteTitle) =>
        byline is not null
        && PersonalName().IsMatch(byline)
        && !OrganizationWord().IsMatch(byline)
        && !siteTitle.Contains(byline, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex($"^{Name}(?: (?:{Particle}|{Name})){{0,5}} {Name}$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalName();

    [GeneratedRegex(
        @"(?:redaktion(?:en)?|nyheter(?:na)?|byrån|nämnden|styrelsen|partiet|kommun(?:en)?|region(?:en)?|"
            + @"förening(?:en)?|förbundet|klubben|(?:at|ist|al)erna|\b(?-i:AB|TT))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OrganizationWord();
}
