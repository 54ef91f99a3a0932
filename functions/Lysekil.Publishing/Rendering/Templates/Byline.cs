using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// Tells persons' names from those of editorial offices, agencies and parties. A byline is free text, and search
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

    /// <summary>The persons whom the byline names, in its order, each once.</summary>
    public static IEnumerable<Author> Persons(string? byline) => byline is null
        ? []
        : Separator().Split(byline).Where(n => IsPerson(n, siteTitle: "")).Select(Author.From).OfType<Author>()
            .DistinctBy(a => a.Slug);

    /// <summary>Between two names, in each language that the engine has.</summary>
    [GeneratedRegex(@",\s+|\s+(?:och|samt|and|og|ja|&)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex($"^{Name}(?: (?:{Particle}|{Name})){{0,5}} {Name}$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalName();

    [GeneratedRegex(
        @"(?:redaktion(?:en)?|bladet|posten|tidningen|kuriren|nyheter(?:na)?|byrån|nämnden|styrelsen|partiet|"
            + @"kommun(?:en)?|region(?:en)?|förening(?:en)?|förbundet|klubben|(?:at|ist|al)erna|\b(?-i:AB|TT))\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OrganizationWord();
}
