using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// The settings at the top of a text: YAML between two lines of <c>---</c>, or TOML between two lines of <c>+++</c>.
/// Each key once, with a value or a list of values, and its line.
/// </summary>
public sealed class FrontMatter
{
    private const string YamlFence = "---";
    private const string YamlEnd = "...";
    private const string TomlFence = "+++";

    private readonly Dictionary<string, Entry> _entries;

    internal FrontMatter(Dictionary<string, Entry> entries, int? unreadLine = null) =>
        (_entries, UnreadLine) = (entries, unreadLine);

    /// <summary>One setting.</summary>
    /// <param name="Line">From 1, in the file.</param>
    /// <param name="Values">The value, or those of a list.</param>
    /// <param name="Items">The mappings of a list, such as the entries of a menu.</param>
    public sealed record Entry(
        int Line, IReadOnlyList<string> Values, IReadOnlyList<IReadOnlyDictionary<string, string>> Items)
    {
        public string Value => Values.Count == 0 ? "" : Values[0];

        /// <summary>The values that are nested deeper.</summary>
        public IReadOnlyList<NestedValue> Nested { get; init; } = [];

        /// <summary>What YAML leaves out of the value; <c>null</c> if the value is whole.</summary>
        public CutValue? Cut { get; init; }

        /// <summary>Whether there is no value at all.</summary>
        public bool IsEmpty => Items.Count == 0 && Nested.Count == 0 && !HasValue;

        /// <summary>Whether a value is not empty; nested ones do not count.</summary>
        public bool HasValue => Values.Any(v => v.Length > 0);
    }

    /// <summary>A value nested in a setting's value.</summary>
    /// <param name="Path">The names that lead from the setting to the value, separated by dots.</param>
    /// <param name="Name">The last of these names.</param>
    /// <param name="Line">From 1, in the file.</param>
    /// <param name="Value">As text.</param>
    public sealed record NestedValue(string Path, string Name, int Line, string Value);

    /// <summary>A part of a line that its editor likely meant as text, and that YAML does not read as text.</summary>
    /// <param name="Line">From 1, in the file.</param>
    /// <param name="Lost">The part, such as <c># med kommentar</c> or <c>!Obs</c>.</param>
    /// <param name="Mended">The line with its value in quotes.</param>
    public sealed record CutValue(int Line, string Lost, string Mended);

    public static FrontMatter None { get; } = new([]);

    public IEnumerable<KeyValuePair<string, Entry>> Entries => _entries;

    /// <summary>
    /// The line of text within the fences that is no setting, after <c>...</c> or without any setting beside it;
    /// <c>null</c> if there is none.
    /// </summary>
    public int? UnreadLine { get; }

    /// <summary>The setting, or <c>null</c> if it is missing or empty.</summary>
    public Entry? Find(string key) => _entries.TryGetValue(key, out var entry) && entry.HasValue ? entry : null;

    /// <summary>Splits a file into its settings and the rest.</summary>
    /// <returns>
    /// The settings, the text after them, and the number of the line on which it begins; also a refusal if the
    /// settings cannot be parsed.
    /// </returns>
    public static (FrontMatter FrontMatter, string Body, int BodyLine, Diagnostic? Refusal) Split(string text)
    {
        var leading = text.AsSpan(0, text.Length - text.AsSpan().TrimStart().Length);
        var (blank, begin) = (leading.Count('\n'), leading.LastIndexOf('\n') + 1);
        var opening = Newline.After(text, begin);
        var first = new Position(Math.Min(opening + 1, text.Length), blank + 2);
        return text.AsSpan(begin, opening - begin).TrimEnd() switch
        {
            YamlFence => Split(text, first, YamlFence, FindYamlEnd(text, first), ParseBlock),
            TomlFence => Split(text, first, TomlFence, FindLine(text, first, TomlFence), TomlFrontMatter.Parse),
            _ => (None, text, 1, null),
        };
    }

    /// <summary>Parses a YAML mapping of plain values and lists of them.</summary>
    public static (FrontMatter FrontMatter, Diagnostic? Refusal) Parse(string yaml, int firstLine) =>
        YamlFrontMatter.Parse(yaml, firstLine);

    private static (FrontMatter FrontMatter, string Body, int BodyLine, Diagnostic? Refusal) Split(
        string text,
        Position first,
        string fence,
        Position? end,
        Func<string, int, (FrontMatter FrontMatter, Diagnostic? Refusal)> parse)
    {
        if (end is not { } close)
        {
            return (None, text, 1, DiagnosticCatalog.FrontMatterOpen(first.Line - 1, fence));
        }

        var (frontMatter, refusal) = parse(text[first.Start..close.Start], first.Line);
        return (frontMatter, text[After(text, close).Start..], close.Line + 1, refusal);
    }

    /// <summary>Parses all that stands between the fences: text without any setting is not read.</summary>
    private static (FrontMatter FrontMatter, Diagnostic? Refusal) ParseBlock(string yaml, int firstLine)
    {
        var (settings, refusal) = YamlFrontMatter.Parse(yaml, firstLine);
        var start = yaml.Length - yaml.AsSpan().TrimStart().Length;
        return refusal is null && settings._entries.Count == 0 && settings.UnreadLine is null && start < yaml.Length
            ? (new FrontMatter([], firstLine + yaml.AsSpan(0, start).Count('\n')), null)
            : (settings, refusal);
    }

    /// <summary>
    /// The line that ends the settings. It may be <c>...</c>, unless what follows it up to a line of <c>---</c> is
    /// made of settings again, which must be neither dropped nor shown.
    /// </summary>
    private static Position? FindYamlEnd(string text, Position first)
    {
        if (FindLine(text, first, YamlFence, YamlEnd) is not { } end || text[end.Start] == YamlFence[0])
        {
            return FindLine(text, first, YamlFence);
        }

        var next = After(text, end);
        return FindLine(text, next, YamlFence) is { } later
            && YamlFrontMatter.HasSettings(text[next.Start..later.Start])
                ? later
                : end;
    }

    private static Position? FindLine(string text, Position from, string content, string? orContent = null)
    {
        for (var (start, line) = from; start < text.Length; line++)
        {
            var end = Newline.After(text, start);
            var written = text.AsSpan(start, end - start).TrimEnd();
            if (written.SequenceEqual(content) || (orContent is not null && written.SequenceEqual(orContent)))
            {
                return new Position(start, line);
            }

            start = end + 1;
        }

        return null;
    }

    private static Position After(string text, Position line) =>
        new(Math.Min(Newline.After(text, line.Start) + 1, text.Length), line.Line + 1);

    /// <summary>The beginning of a line, and its number in the file from 1.</summary>
    private readonly record struct Position(int Start, int Line);
}
