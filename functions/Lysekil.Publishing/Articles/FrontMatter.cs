using Lysekil.Publishing.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lysekil.Publishing.Articles;

/// <summary>
/// The YAML settings at the top of a text, between two lines of <c>---</c>: each key once, with a value or a list of
/// values, and the line where it stands.
/// </summary>
public sealed class FrontMatter
{
    private const int MostValues = 1_000;

    private readonly Dictionary<string, Entry> _entries;

    private FrontMatter(Dictionary<string, Entry> entries) => _entries = entries;

    /// <summary>One setting.</summary>
    /// <param name="Line">From 1, in the file.</param>
    /// <param name="Values">One, or those of a list.</param>
    /// <param name="Items">The small mappings of a list, such as a menu's.</param>
    public sealed record Entry(
        int Line, IReadOnlyList<string> Values, IReadOnlyList<IReadOnlyDictionary<string, string>> Items)
    {
        public string Value => Values.Count == 0 ? "" : Values[0];
    }

    public static FrontMatter None { get; } = new([]);

    public IEnumerable<KeyValuePair<string, Entry>> Entries => _entries;

    /// <summary>The setting, or <c>null</c> where it is not there or empty.</summary>
    public Entry? Find(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Values.Any(v => v.Length > 0) ? entry : null;

    /// <summary>Splits a file into its settings and the rest.</summary>
    /// <returns>
    /// Settings, the text after them and the number of the line on which it begins; with a refusal where they cannot be read, and a
    /// warning where they look like settings and are none.
    /// </returns>
    public static (FrontMatter FrontMatter, string Body, int BodyLine, Remark? Remark) Split(string text)
    {
        var leading = text.AsSpan(0, text.Length - text.AsSpan().TrimStart().Length);
        var (blank, begin) = (leading.Count('\n'), leading.LastIndexOf('\n') + 1);
        var opening = LineEnd(text, begin);
        if (text.AsSpan(begin, opening - begin).TrimEnd() is not "---")
        {
            return (None, text, 1, IsMistakenFence(text, begin, opening) ? Remarks.FrontMatterFence(blank + 1, text[begin..opening].TrimEnd()) : null);
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

        return (None, text, 1, Remarks.FrontMatterOpen());
    }

    /// <summary>Whether settings follow between two lines of dashes of another kind or number: word processors join them.</summary>
    private static bool IsMistakenFence(string text, int begin, int end)
    {
        if (!IsDashes(text.AsSpan(begin, end - begin)) || end == text.Length || !IsSetting(text.AsSpan(end + 1, LineEnd(text, end + 1) - end - 1)))
        {
            return false;
        }

        foreach (var line in text.AsSpan(end + 1).EnumerateLines())
        {
            if (IsDashes(line))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDashes(ReadOnlySpan<char> line) => line.TrimEnd() is { Length: > 0 } dashes && dashes.IndexOfAnyExcept("-–—") < 0;

    private static bool IsSetting(ReadOnlySpan<char> line) =>
        line.IndexOf(':') is > 0 and var colon && line[..colon].IndexOfAnyExceptInRange('_', 'z') < 0;

    private static int LineEnd(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;

    /// <summary>Reads a YAML mapping of plain values and lists of them.</summary>
    public static (FrontMatter FrontMatter, Remark? Refusal) Parse(string yaml, int firstLine)
    {
        var scanner = new Scanner(new StringReader(yaml));
        try
        {
            return (new FrontMatter(Read(new Parser(scanner), firstLine)), null);
        }
        catch (FrontMatterException error)
        {
            return (None, Remarks.FrontMatterInvalid(LineOf(error.Start), error.Message));
        }
        catch (YamlException error)
        {
            return (None, TabbedLine() is { } tabbed
                ? Remarks.FrontMatterInvalid(firstLine + tabbed, "raden börjar med en tabb; ta bort den, eller skriv mellanslag.")
                : Remarks.FrontMatterInvalid(LineOf(error.Start), "YAML-felet är på eller strax före den här raden."));
        }
        catch (Exception unexpected) when (unexpected is InvalidOperationException or ArgumentException)
        {
            // What the library did not think of: a list without its end, above all (YamlDotNet's issue 541).
            return (None, Remarks.FrontMatterInvalid(
                LineOf(scanner.CurrentPosition), "YAML-felet är på eller strax före den här raden: kanske saknas ] efter en lista."));
        }

        int? TabbedLine() => $"\n{yaml}".IndexOf("\n\t", StringComparison.Ordinal) is >= 0 and var at ? yaml.AsSpan(0, at).Count('\n') : null;
        int LineOf(Mark mark) => firstLine + (int)Math.Max(0, mark.Line - 1);
    }

    private static Dictionary<string, Entry> Read(Parser parser, int firstLine)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            return entries;
        }

        parser.Consume<DocumentStart>();
        if (parser.TryConsume<Scalar>(out var only) && only.Value.Length == 0)
        {
            return entries;
        }

        if (!parser.TryConsume<MappingStart>(out var start))
        {
            throw new FrontMatterException(start?.Start ?? Mark.Empty, "det står inga inställningar av formen namn: värde.");
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Plain(parser);
            var entry = ReadEntry(parser, firstLine + (int)key.Start.Line - 1);
            if (!entries.TryAdd(key.Value, entry))
            {
                throw new FrontMatterException(key.Start, $"inställningen {key.Value} står där två gånger.");
            }
        }

        return entries;
    }

    private static Entry ReadEntry(Parser parser, int line)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            return new Entry(line, [Text(Plain(parser))], []);
        }

        var values = new List<string>();
        var items = new List<IReadOnlyDictionary<string, string>>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (values.Count + items.Count >= MostValues)
            {
                throw new FrontMatterException(parser.Current!.Start, "listan är för lång.");
            }

            if (parser.TryConsume<MappingStart>(out _))
            {
                items.Add(ReadItem(parser));
            }
            else
            {
                values.Add(Text(Plain(parser)));
            }
        }

        return new Entry(line, values, items);
    }

    private static Dictionary<string, string> ReadItem(Parser parser)
    {
        var item = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            item[Plain(parser).Value] = Text(Plain(parser));
        }

        return item;
    }

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

    private sealed class FrontMatterException(Mark at, string message) : YamlException(at, at, message);
}
