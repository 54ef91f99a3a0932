using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>The lines of a file's settings, which are changed one setting at a time. Immutable.</summary>
/// <param name="Syntax">How the settings are written.</param>
/// <param name="Opening">The line that begins the settings, from 0; -1 if the file has none.</param>
/// <param name="Closing">The line that ends them; -1 likewise.</param>
/// <param name="Places">The settings.</param>
internal sealed record SettingsBlock(
    SettingsSyntax Syntax, int Opening, int Closing, IReadOnlyList<SettingPlace> Places)
{
    /// <summary>Finds the settings.</summary>
    /// <param name="lines">The lines of the file; its settings can be parsed.</param>
    /// <param name="bodyLine">The number of the line after the settings, from 1; 1 if there are none.</param>
    /// <returns><c>null</c> if the settings are written in a way in which they cannot be changed one by one.</returns>
    public static SettingsBlock? Of(IReadOnlyList<string> lines, int bodyLine)
    {
        if (bodyLine == 1)
        {
            return new SettingsBlock(SettingsSyntax.Yaml, -1, -1, []);
        }

        var opening = lines.Index().First(l => !string.IsNullOrWhiteSpace(l.Item)).Index;
        var closing = bodyLine - 2;
        var syntax = lines[opening].TrimStart().StartsWith('+') ? SettingsSyntax.Toml : SettingsSyntax.Yaml;
        var inside = lines.Take(closing).Skip(opening + 1).Select(FileText.Content).ToList();
        var places = syntax == SettingsSyntax.Toml
            ? TomlPlaces.Of(inside, opening + 1)
            : YamlPlaces.Of(inside, opening + 1);
        return places is null ? null : new SettingsBlock(syntax, opening, closing, places);
    }

    public SettingPlace? Find(string key) => Places.FirstOrDefault(p => p.Key == key);

    /// <summary>The file's lines with a setting that has other values, or with a new setting.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">The setting's name as written.</param>
    /// <param name="values">The values.</param>
    /// <param name="isList">Whether the values are written as a list.</param>
    public List<string> With(FileText file, string key, IReadOnlyList<string> values, bool isList)
    {
        var written = isList
            ? $"[{string.Join(", ", values.Select(Scalar))}]"
            : IsPlain(key) ? values[0] : Scalar(values[0]);
        var lines = file.Lines.ToList();
        if (Opening < 0)
        {
            lines.InsertRange(0, new[] { "---", $"{key}: {written}", "---", "" }.Select(l => l + file.LineEnd));
        }
        else if (Find(key) is not { } place)
        {
            Insert(lines, key, written, file.LineEnd);
        }
        else if (place.Value is var (start, end))
        {
            var line = lines[place.FirstLine];
            var gap = start == place.Separator ? " " : "";
            lines[place.FirstLine] = line[..start] + gap + written + line[end..];
        }
        else
        {
            Replace(lines, place, written, isList ? values : null, file.LineEnd);
        }

        return lines;
    }

    /// <summary>The file's lines without a setting.</summary>
    public static List<string> Without(FileText file, SettingPlace place)
    {
        var lines = file.Lines.ToList();
        lines.RemoveRange(place.FirstLine, place.LastLine - place.FirstLine + 1);
        return lines;
    }

    /// <summary>
    /// The file's lines with a setting whose value stands in the line of its name, such as <c>[]</c>, and is written on
    /// lines of its own instead.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="place">The setting.</param>
    /// <param name="written">The lines of the value, without their ends.</param>
    public static List<string> WithBlock(FileText file, SettingPlace place, IEnumerable<string> written)
    {
        var (lines, range) = (file.Lines.ToList(), place.Value!.Value);
        var line = lines[place.FirstLine];
        lines[place.FirstLine] = line[..range.Start].TrimEnd(' ') + line[range.End..];
        EndLineBefore(lines, place.FirstLine + 1, file.LineEnd);
        lines.InsertRange(place.FirstLine + 1, written.Select(l => l + file.LineEnd));
        return lines;
    }

    /// <summary>Whether the lines between the first and the last hold nothing but some of the settings.</summary>
    public bool HoldsOnly(FileText file, IReadOnlyList<SettingPlace> some) =>
        Enumerable.Range(Opening + 1, Closing - Opening - 1).All(line =>
            some.Any(p => line >= p.FirstLine && line <= p.LastLine) || string.IsNullOrWhiteSpace(file.Lines[line]));

    private static bool IsPlain(string key) => key.Equals("draft", StringComparison.OrdinalIgnoreCase);

    private string Scalar(string value) =>
        Syntax == SettingsSyntax.Toml ? TomlText.Scalar(value) : FrontMatterText.Scalar(value);

    /// <summary>
    /// Adds a setting: behind the last one in YAML; first in TOML, where what follows a table's name is part of it.
    /// </summary>
    private void Insert(List<string> lines, string key, string written, string lineEnd)
    {
        var separator = Syntax == SettingsSyntax.Toml ? " = " : ": ";
        var isYaml = Syntax == SettingsSyntax.Yaml;
        var (at, like) = isYaml && Places is [.., var last] ? (last.LastLine + 1, lines[last.FirstLine])
            : isYaml ? (Closing, "")
            : (Opening + 1, "");
        var indent = like[..(like.Length - like.TrimStart(' ').Length)];
        EndLineBefore(lines, at, lineEnd);
        lines.Insert(at, indent + key + separator + written + lineEnd);
    }

    /// <summary>
    /// Ends the line before a place where others are inserted, if it is the file's last and has no end.
    /// </summary>
    internal static void EndLineBefore(List<string> lines, int at, string lineEnd)
    {
        if (at > 0 && FileText.Content(lines[at - 1]).Length == lines[at - 1].Length)
        {
            lines[at - 1] += lineEnd;
        }
    }

    /// <summary>Replaces a value of several lines; a list of one value a line stays one.</summary>
    private static void Replace(
        List<string> lines, SettingPlace place, string written, IReadOnlyList<string>? items, string lineEnd)
    {
        var end = lines[place.LastLine][FileText.Content(lines[place.LastLine]).Length..];
        var line = lines[place.FirstLine];
        lines.RemoveRange(place.FirstLine + 1, place.LastLine - place.FirstLine);
        if (place.ItemIndent is { } indent && items is { Count: > 0 })
        {
            lines.InsertRange(
                place.FirstLine + 1, items.Select(i => $"{indent}- {FrontMatterText.Scalar(i)}{lineEnd}"));
            return;
        }

        lines[place.FirstLine] = $"{line[..place.Separator]} {written}{(end.Length > 0 ? end : lineEnd)}";
    }
}

internal enum SettingsSyntax
{
    Yaml,
    Toml,
}
