using Lysekil.Publishing.Contents.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// The YAML settings at the top of a text, between two lines of <c>---</c>: each key once, with a value or a list of
/// values, and the line where it stands.
/// </summary>
public sealed class FrontMatter
{
    private const int MostValues = 1_000;
    private const int MostLevels = 10;

    private readonly Dictionary<string, Entry> _entries;

    private FrontMatter(Dictionary<string, Entry> entries, int? unreadLine = null) =>
        (_entries, UnreadLine) = (entries, unreadLine);

    /// <summary>One setting.</summary>
    /// <param name="Line">From 1, in the file.</param>
    /// <param name="Values">One, or those of a list.</param>
    /// <param name="Items">The small mappings of a list, such as a menu's.</param>
    public sealed record Entry(
        int Line, IReadOnlyList<string> Values, IReadOnlyList<IReadOnlyDictionary<string, string>> Items)
    {
        public string Value => Values.Count == 0 ? "" : Values[0];

        /// <summary>The values that stand deeper, in mappings of its own.</summary>
        public IReadOnlyList<NestedValue> Nested { get; init; } = [];
    }

    /// <summary>A value within a setting's value.</summary>
    /// <param name="Path">The names that lead to it from the setting, with dots between.</param>
    /// <param name="Name">The last of them.</param>
    /// <param name="Line">From 1, in the file.</param>
    /// <param name="Value">As text.</param>
    public sealed record NestedValue(string Path, string Name, int Line, string Value);

    public static FrontMatter None { get; } = new([]);

    public IEnumerable<KeyValuePair<string, Entry>> Entries => _entries;

    /// <summary>
    /// The line of what follows the settings within their fences, after <c>...</c>; <c>null</c> where nothing does.
    /// </summary>
    public int? UnreadLine { get; }

    /// <summary>The setting, or <c>null</c> where it is not there or empty.</summary>
    public Entry? Find(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Values.Any(v => v.Length > 0) ? entry : null;

    /// <summary>Splits a file into its settings and the rest.</summary>
    /// <returns>
    /// Settings, the text after them and the number of the line on which it begins; with a refusal where they cannot be
    /// read.
    /// </returns>
    public static (FrontMatter FrontMatter, string Body, int BodyLine, Diagnostic? Refusal) Split(string text)
    {
        var leading = text.AsSpan(0, text.Length - text.AsSpan().TrimStart().Length);
        var (blank, begin) = (leading.Count('\n'), leading.LastIndexOf('\n') + 1);
        var opening = LineEnd(text, begin);
        if (text.AsSpan(begin, opening - begin).TrimEnd() is not "---")
        {
            return (None, text, 1, null);
        }

        var first = Math.Min(opening + 1, text.Length);
        for (int start = first, line = blank + 2; start < text.Length; line++)
        {
            var end = LineEnd(text, start);
            if (text.AsSpan(start, end - start).TrimEnd() is "---")
            {
                var (frontMatter, refusal) = Parse(text[first..start], firstLine: blank + 2);
                return (frontMatter, text[Math.Min(end + 1, text.Length)..], line + 1, refusal);
            }

            start = end + 1;
        }

        return (None, text, 1, DiagnosticCatalog.FrontMatterOpen());
    }

    private static int LineEnd(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;

    /// <summary>Reads a YAML mapping of plain values and lists of them.</summary>
    public static (FrontMatter FrontMatter, Diagnostic? Refusal) Parse(string yaml, int firstLine)
    {
        var scanner = new Scanner(new StringReader(yaml));
        try
        {
            return (Read(new Parser(scanner), firstLine), null);
        }
        catch (FrontMatterException error)
        {
            return (None, DiagnosticCatalog.FrontMatterInvalid(LineOf(error.Start), error.Message));
        }
        catch (YamlException error)
        {
            return (None, TabbedLine() is { } tabbed
                ? DiagnosticCatalog.FrontMatterInvalid(firstLine + tabbed, "raden börjar med en tabb; ta bort den, eller skriv mellanslag.")
                : DiagnosticCatalog.FrontMatterInvalid(LineOf(error.Start), "YAML-felet är på eller strax före den här raden."));
        }
        catch (Exception unexpected) when (unexpected is InvalidOperationException or ArgumentException)
        {
            // What the library did not think of: a list without its end, above all (YamlDotNet's issue 541).
            return (None, DiagnosticCatalog.FrontMatterInvalid(
                LineOf(scanner.CurrentPosition), "YAML-felet är på eller strax före den här raden: kanske saknas ] efter en lista."));
        }

        int? TabbedLine() => $"\n{yaml}".IndexOf("\n\t", StringComparison.Ordinal) is >= 0 and var at ? yaml.AsSpan(0, at).Count('\n') : null;
        int LineOf(Mark mark) => firstLine + (int)Math.Max(0, mark.Line - 1);
    }

    private static FrontMatter Read(Parser parser, int firstLine)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            return new FrontMatter(entries);
        }

        parser.Consume<DocumentStart>();
        if (parser.TryConsume<Scalar>(out var only) && only.Value.Length == 0)
        {
            return new FrontMatter(entries, UnreadLineAfter(parser, firstLine));
        }

        if (!parser.TryConsume<MappingStart>(out var start))
        {
            throw new FrontMatterException(start?.Start ?? Mark.Empty, "det står inga inställningar av formen namn: värde.");
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Plain(parser);
            var entry = ReadEntry(parser, LineOf(key, firstLine), firstLine);
            if (!entries.TryAdd(key.Value, entry))
            {
                throw new FrontMatterException(key.Start, $"inställningen {key.Value} står där två gånger.");
            }
        }

        return new FrontMatter(entries, UnreadLineAfter(parser, firstLine));
    }

    /// <summary>Where a second document begins, well formed or not: only the first one is read.</summary>
    private static int? UnreadLineAfter(Parser parser, int firstLine)
    {
        var end = parser.Current!.Start;
        try
        {
            parser.Consume<DocumentEnd>();
            return parser.TryConsume<StreamEnd>(out _) ? null : firstLine + (int)parser.Current!.Start.Line - 1;
        }
        catch (Exception malformed) when (malformed is YamlException or InvalidOperationException or ArgumentException)
        {
            return firstLine + (int)end.Line - 1;
        }
    }

    private static Entry ReadEntry(Parser parser, int line, int firstLine)
    {
        if (parser.Current is MappingStart)
        {
            var nestedValues = new List<NestedValue>();
            ReadNested(parser, new Place("", "", 1), firstLine, nestedValues);
            return new Entry(line, [], []) { Nested = nestedValues };
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            return new Entry(line, [Text(Plain(parser))], []);
        }

        var values = new List<string>();
        var items = new List<IReadOnlyDictionary<string, string>>();
        var nested = new List<NestedValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (values.Count + items.Count + nested.Count >= MostValues)
            {
                throw new FrontMatterException(parser.Current!.Start, "listan är för lång.");
            }

            if (parser.TryConsume<MappingStart>(out _))
            {
                items.Add(ReadItem(parser, firstLine, nested));
            }
            else if (parser.Current is SequenceStart)
            {
                ReadNested(parser, new Place("", "", 1), firstLine, nested);
            }
            else
            {
                values.Add(Text(Plain(parser)));
            }
        }

        return new Entry(line, values, items) { Nested = nested };
    }

    private static Dictionary<string, string> ReadItem(Parser parser, int firstLine, List<NestedValue> nested)
    {
        var item = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Plain(parser).Value;
            if (parser.Current is MappingStart or SequenceStart)
            {
                ReadNested(parser, new Place(key, key, 1), firstLine, nested);
            }
            else
            {
                item[key] = Text(Plain(parser));
            }
        }

        return item;
    }

    private static void ReadNested(Parser parser, Place place, int firstLine, List<NestedValue> nested)
    {
        if (place.Level > MostLevels || nested.Count >= MostValues)
        {
            throw new FrontMatterException(parser.Current!.Start, "det står för mycket i samma inställning.");
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                ReadNested(parser, place.Within(Plain(parser).Value), firstLine, nested);
            }
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                ReadNested(parser, place with { Level = place.Level + 1 }, firstLine, nested);
            }
        }
        else
        {
            var value = Plain(parser);
            nested.Add(new NestedValue(place.Path, place.Name, LineOf(value, firstLine), Text(value)));
        }
    }

    private static int LineOf(Scalar scalar, int firstLine) => firstLine + (int)scalar.Start.Line - 1;

    private static Scalar Plain(Parser parser)
    {
        if (parser.Current is AnchorAlias alias)
        {
            throw new FrontMatterException(alias.Start, "hänvisningar med * kan inte användas.");
        }

        return parser.TryConsume<Scalar>(out var scalar)
            ? scalar
            : throw new FrontMatterException(parser.Current?.Start ?? Mark.Empty, "här kan bara stå ett enkelt värde eller en lista av enkla värden.");
    }

    private static string Text(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" ? "" : scalar.Value.Trim();

    /// <summary>Where in a setting's value the parser is.</summary>
    private readonly record struct Place(string Path, string Name, int Level)
    {
        public Place Within(string name) => new(Path.Length == 0 ? name : $"{Path}.{name}", name, Level + 1);
    }

    private sealed class FrontMatterException(Mark at, string message) : YamlException(at, at, message);
}
