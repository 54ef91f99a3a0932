using Lysekil.Publishing.Contents.Locales;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>Reads the authors of a text, which may be nested in a mapping or in a list of such.</summary>
internal static class AuthorNames
{
    private const int MostCharacters = 200;

    /// <summary>The names in one line, as "Eva Ek och Per Berg"; <c>null</c> if there are none.</summary>
    /// <param name="values">The settings.</param>
    /// <param name="locale">The language of the text.</param>
    public static string? Read(SettingValues values, Locale locale)
    {
        if (values.Preferred("author") is not { } setting)
        {
            return null;
        }

        var (_, _, key, entry) = setting;
        List<string> names =
        [
            .. entry.Values,
            .. entry.Items.Select(i => i.FirstOrDefault(v => IsName(v.Key)).Value ?? ""),
            .. entry.Nested.Where(n => IsName(n.Path)).Select(n => n.Value),
        ];
        names.RemoveAll(n => n.Length == 0);
        return names.Count == 0 ? null : values.Line(key, entry.Line, locale.NamesOf(names), MostCharacters);
    }

    /// <summary>Whether a value nested in the setting is a name, by its path.</summary>
    public static bool IsName(string path) =>
        path.Equals("name", StringComparison.OrdinalIgnoreCase)
            || path.Equals("namn", StringComparison.OrdinalIgnoreCase);
}
