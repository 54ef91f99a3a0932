using System.Text;
using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Values;

/// <summary>An article's topic: a name for readers, and a slug that identifies it.</summary>
public sealed partial record Topic
{
    private Topic(string name, Slug slug)
    {
        Name = name;
        Slug = slug;
    }

    public string Name { get; }

    public Slug Slug { get; }

    /// <summary>
    /// Makes a topic: "  Skola " is Skola at <c>/amnen/skola/</c>. <c>null</c> if the name gives no slug. Signs that
    /// tell names apart are words in the slug: C++ and C# are two topics.
    /// </summary>
    public static Topic? From(string name)
    {
        var words = OneLine.Of(name);
        return words.Length <= Slug.MostCharacters && Slug.From(Spelt(words)) is { } slug
            ? new Topic(words, slug)
            : null;
    }

    /// <summary>
    /// Whether the names differ at most in capitals, spaces and signs, and not in letters: Län is not Lån.
    /// </summary>
    public bool IsSameWordAs(Topic other) =>
        string.Equals(LettersOf(Name), LettersOf(other.Name), StringComparison.OrdinalIgnoreCase);

    private static string LettersOf(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormC).Where(char.IsLetterOrDigit));

    private static string Spelt(string name) =>
        name.AsSpan().ContainsAny('+', '#')
            ? SignBehindLetter().Replace(name, sign => sign.Value == "#" ? " sharp" : " plus")
            : name;

    [GeneratedRegex(@"(?<=[\p{L}\p{N}+#])[+#](?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex SignBehindLetter();

    public override string ToString() => Name;
}
