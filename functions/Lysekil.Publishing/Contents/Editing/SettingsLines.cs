using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>
/// The lines of a file that is settings alone, in YAML, with another value of one of them. Immutable.
/// </summary>
internal sealed class SettingsLines
{
    private const string Indent = "  ";

    private readonly SettingsBlock _block;

    private SettingsLines(FileText file, SettingsBlock block) => (File, _block) = (file, block);

    public FileText File { get; }

    /// <summary>
    /// The lines of a file whose settings can be parsed; <c>null</c> if they cannot be changed one by one.
    /// </summary>
    public static SettingsLines? Of(FileText file) =>
        YamlPlaces.Of([.. file.Lines.Select(FileText.Content)], 0) is { } places
            ? new SettingsLines(file, new SettingsBlock(SettingsSyntax.Yaml, 0, file.Lines.Count, places))
            : null;

    /// <summary>The names that lead to the value on a line, from 0; none if no setting stands there.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isMapping">Whether the setting of a name is a mapping.</param>
    public IEnumerable<string> NamesAt(int line, Func<string, bool> isMapping)
    {
        if (At(_block, line) is { } place)
        {
            yield return place.Key;
            if (isMapping(place.Key) && Inner(place) is { } inner && At(inner, line) is { } nested)
            {
                yield return nested.Key;
            }
        }
    }

    /// <summary>The lines with another value of a setting; without the setting if the value is empty.</summary>
    public List<string>? With(string key, string value)
    {
        var place = _block.Find(key);
        return value.Length == 0 ? place is null ? null : SettingsBlock.Without(File, place)
            : value.Contains('\n', StringComparison.Ordinal) ? WithLines(key, place, value.Split('\n'))
            : _block.With(File, key, [value], isList: false);
    }

    /// <summary>The lines with another value in a setting that is a mapping.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="entry">Its values; <c>null</c> if it is missing.</param>
    /// <param name="name">The name in the mapping.</param>
    /// <param name="value">The value; empty to remove it.</param>
    /// <returns><c>null</c> if the lines cannot be changed so.</returns>
    public List<string>? WithNested(string key, FrontMatter.Entry? entry, string name, string value)
    {
        var place = _block.Find(key);
        if (place is null || entry is null or { IsEmpty: true })
        {
            var added = $"{Indent}{name}: {FrontMatterText.Scalar(value)}";
            return place is null ? Added([$"{key}:", added])
                : place.Value is null ? null
                : Inserted(place.FirstLine + 1, [added]);
        }

        var written = entry.Nested.FirstOrDefault(n => n.Path.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (place.Value is var (start, end))
        {
            var pairs = entry.Nested.Where(n => n != written || value.Length > 0)
                .Select(n => (n.Path, Value: n == written ? value : n.Value)).ToList();
            return pairs.Count == 0 ? SettingsBlock.Without(File, place)
                : pairs.Exists(p => p.Path.Contains('.', StringComparison.Ordinal)) ? null
                : Replaced(place.FirstLine, start, end, Flow(written is null ? [.. pairs, (name, value)] : pairs));
        }

        return Inner(place) is not { } inner ? null
            : value.Length > 0 ? inner.With(File, written?.Path ?? name, [value], isList: false)
            : inner.Find(written!.Path) is not { } nested ? null
            : SettingsBlock.Without(File, inner.HoldsOnly(File, [nested]) ? place : nested);
    }

    /// <summary>The lines with another menu.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="entry">Its values; <c>null</c> if it is missing.</param>
    /// <param name="old">The links as they are.</param>
    /// <param name="menu">The links as they should be.</param>
    /// <inheritdoc cref="WithNested" path="/returns"/>
    public List<string>? WithMenu(
        string key, FrontMatter.Entry? entry, IReadOnlyList<MenuEntry> old, IReadOnlyList<MenuEntry> menu)
    {
        if (_block.Find(key) is not { } place)
        {
            return Added(menu.Count == 0
                ? [$"{key}: []"]
                : MenuLines.Written(Indent, menu).Prepend($"{key}:"));
        }

        return entry is null or { Nested.Count: > 0 } or { HasValue: true } ? null
            : entry.Items.Count > 0 ? new MenuLines(File, place).With(entry.Items, old, menu)
            : place.Value is null ? null
            : SettingsBlock.WithBlock(File, place, MenuLines.Written(Indent, menu));
    }

    /// <summary>The lines with others in a mapping; without the setting if there are none.</summary>
    /// <param name="key">The setting.</param>
    /// <param name="entry">Its values; <c>null</c> if it is missing.</param>
    /// <param name="old">The lines of the mapping as they are.</param>
    /// <param name="pairs">The lines as they should be.</param>
    /// <inheritdoc cref="WithNested" path="/returns"/>
    public List<string>? WithPairs(
        string key, FrontMatter.Entry? entry, IReadOnlyList<WrittenPair> old, IReadOnlyList<WrittenPair> pairs)
    {
        if (_block.Find(key) is not { } place)
        {
            return Added(pairs.Select(p => Indent + PairLines.Written(p)).Prepend($"{key}:"));
        }

        return entry is null or { Items.Count: > 0 } or { HasValue: true }
            || entry.Nested.Any(n => n.Path != n.Name)
                ? null
                : new PairLines(File, place, Inner(place)).With(old, pairs);
    }

    /// <summary>The lines with a text of several lines (YAML 1.2.2, section 8.1.2, "literal style").</summary>
    private List<string>? WithLines(string key, SettingPlace? place, IEnumerable<string> text)
    {
        if (place is null)
        {
            return Added([$"{key}: |", .. text.Select(Indented)]);
        }

        var (lines, line) = (File.Lines.ToList(), FileText.Content(File.Lines[place.FirstLine]));
        var indent = line[..(line.Length - line.TrimStart(' ').Length)];
        var after = place.Value is var (_, end) ? line[end..] : CommentOf(line[place.Separator..]);
        var last = File.Lines[place.LastLine];
        var isEnded = FileText.Content(last).Length < last.Length;
        List<string> written = [line[..place.Separator] + " |" + after, .. text.Select(t => Indented(t, indent))];
        lines.RemoveRange(place.FirstLine, place.LastLine - place.FirstLine + 1);
        lines.InsertRange(
            place.FirstLine,
            written.Select((w, at) => at < written.Count - 1 || isEnded ? w + File.LineEnd : w));
        return lines;
    }

    /// <summary>The comment behind the sign that begins a text of several lines; empty if there is none.</summary>
    private static string CommentOf(string header) =>
        header.TrimStart() is ['|' or '>', ..] && header.IndexOf(" #", StringComparison.Ordinal) is >= 0 and var at
            ? header[at..]
            : "";

    private static string Indented(string line) => Indented(line, "");

    private static string Indented(string line, string indent) => line.Length == 0 ? "" : indent + Indent + line;

    private static string Flow(IEnumerable<(string Name, string Value)> pairs) =>
        $"{{ {string.Join(", ", pairs.Select(p => $"{p.Name}: {FrontMatterText.Scalar(p.Value)}"))} }}";

    /// <summary>The settings in a setting that is a mapping, one a line; <c>null</c> if it is no such.</summary>
    private SettingsBlock? Inner(SettingPlace place)
    {
        var count = place.LastLine - place.FirstLine;
        return place.Value is null && count > 0 && place.ItemIndent is null
            && YamlPlaces.Of(
                [.. File.Lines.Skip(place.FirstLine + 1).Take(count).Select(FileText.Content)], place.FirstLine + 1)
                is { Count: > 0 } places
                ? new SettingsBlock(SettingsSyntax.Yaml, place.FirstLine, place.LastLine + 1, places)
                : null;
    }

    private static SettingPlace? At(SettingsBlock block, int line) =>
        block.Places.FirstOrDefault(p => line >= p.FirstLine && line <= p.LastLine);

    /// <summary>The lines with others behind the last setting.</summary>
    private List<string> Added(IEnumerable<string> added) =>
        Inserted(_block.Places is [.., var last] ? last.LastLine + 1 : _block.Closing, added);

    private List<string> Inserted(int at, IEnumerable<string> added)
    {
        var lines = File.Lines.ToList();
        SettingsBlock.EndLineBefore(lines, at, File.LineEnd);
        lines.InsertRange(at, added.Select(l => l + File.LineEnd));
        return lines;
    }

    private List<string> Replaced(int line, int start, int end, string written)
    {
        var lines = File.Lines.ToList();
        var gap = lines[line][start - 1] == ' ' ? "" : " ";
        lines[line] = lines[line][..start] + gap + written + lines[line][end..];
        return lines;
    }
}
