using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Entry = Lysekil.Publishing.Contents.Settings.FrontMatter.Entry;
using NestedValue = Lysekil.Publishing.Contents.Settings.FrontMatter.NestedValue;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads a YAML mapping of plain values and lists of them.</summary>
/// <param name="parser">The parser of the settings, before its first event.</param>
/// <param name="lines">The lines of the settings.</param>
/// <param name="firstLine">The number of the first of these lines in the file.</param>
internal sealed class YamlReader(Parser parser, YamlLines lines, int firstLine)
{
    private const int MostValues = 1_000;
    private const int MostCharactersOfPath = 200;
    private const int MostLevels = 10;

    private const string NotAMapping = YamlMistake.OneLineEach
        + " Ska --- vara ett streck i texten, så skriv *** i stället.";

    /// <exception cref="YamlException">The settings are malformed.</exception>
    /// <exception cref="FrontMatterException">The settings cannot be used.</exception>
    public static FrontMatter Read(Scanner scanner, string yaml, int firstLine) =>
        new YamlReader(new Parser(scanner), new YamlLines(yaml, firstLine), firstLine).Read();

    private int LineOf(Scalar scalar) => LineOf(scalar.Start);

    private int LineOf(Mark mark) => firstLine + YamlFrontMatter.LineOf(mark);

    private static int LineFrom0(Mark? mark) => mark is { } known ? YamlFrontMatter.LineOf(known) : 0;

    private FrontMatter Read()
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
            return new FrontMatter(entries, UnreadLine());
        }

        if (!parser.TryConsume<MappingStart>(out _))
        {
            throw new FrontMatterException(
                LineFrom0(only?.Start ?? parser.Current?.Start),
                "det står inga inställningar av formen namn: värde.",
                NotAMapping);
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Plain();
            if (!entries.TryAdd(key.Value, ReadEntry(key)))
            {
                throw new FrontMatterException(
                    LineFrom0(key.Start),
                    $"inställningen {key.Value} finns två gånger.",
                    "Ta bort den ena av raderna.");
            }
        }

        return new FrontMatter(entries, UnreadLine());
    }

    /// <summary>The line on which a second document begins, well formed or not: only the first one is read.</summary>
    private int? UnreadLine()
    {
        var end = parser.Current!.Start;
        try
        {
            parser.Consume<DocumentEnd>();
            return parser.TryConsume<StreamEnd>(out _) ? null : LineOf(parser.Current!.Start);
        }
        catch (Exception malformed) when (YamlFrontMatter.IsMalformed(malformed))
        {
            return LineOf(end);
        }
    }

    private Entry ReadEntry(Scalar key)
    {
        var nested = new List<NestedValue>();
        if (parser.Current is MappingStart)
        {
            ReadNested(new Place("", "", 1), nested);
            return new Entry(LineOf(key), [], []) { Nested = nested };
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            var value = Plain();
            return new Entry(LineOf(key), [Text(value)], []) { Cut = lines.CutOf(key, value) };
        }

        var values = new List<string>();
        var items = new List<IReadOnlyDictionary<string, string>>();
        FrontMatter.CutValue? cut = null;
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (values.Count + items.Count + nested.Count >= MostValues)
            {
                throw new FrontMatterException(
                    LineFrom0(parser.Current!.Start),
                    "listan är för lång.",
                    "Korta listan, eller flytta den till texten.");
            }

            if (parser.TryConsume<MappingStart>(out _))
            {
                items.Add(ReadItem(nested));
            }
            else if (parser.Current is SequenceStart)
            {
                ReadNested(new Place("", "", 1), nested);
            }
            else
            {
                var value = Plain();
                values.Add(Text(value));
                cut ??= lines.CutOfItem(value);
            }
        }

        return new Entry(LineOf(key), values, items) { Nested = nested, Cut = cut };
    }

    private Dictionary<string, string> ReadItem(List<NestedValue> nested)
    {
        var item = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Plain().Value;
            if (parser.Current is MappingStart or SequenceStart)
            {
                ReadNested(new Place(key, key, 1), nested);
            }
            else
            {
                item[key] = Text(Plain());
            }
        }

        return item;
    }

    private void ReadNested(Place place, List<NestedValue> nested)
    {
        if (place.Level > MostLevels || place.Path.Length > MostCharactersOfPath || nested.Count >= MostValues)
        {
            throw new FrontMatterException(
                LineFrom0(parser.Current!.Start),
                "inställningen innehåller för många värden.",
                "Ta bort det som inte behövs.");
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                ReadNested(place.Within(Plain().Value), nested);
            }
        }
        else if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                ReadNested(place with { Level = place.Level + 1 }, nested);
            }
        }
        else
        {
            var value = Plain();
            nested.Add(new NestedValue(place.Path, place.Name, LineOf(value), Text(value)));
        }
    }

    private Scalar Plain()
    {
        if (parser.Current is AnchorAlias alias)
        {
            throw new FrontMatterException(LineFrom0(alias.Start), "hänvisningar med * kan inte användas.");
        }

        return parser.TryConsume<Scalar>(out var scalar)
            ? scalar
            : throw new FrontMatterException(
                LineFrom0(parser.Current?.Start),
                "här kan bara stå ett enkelt värde eller en lista av enkla värden.",
                YamlMistake.OneLineEach);
    }

    private static string Text(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" ? "" : scalar.Value.Trim();

    /// <summary>The parser's place in a setting's value.</summary>
    private readonly record struct Place(string Path, string Name, int Level)
    {
        public Place Within(string name) => new(Path.Length == 0 ? name : $"{Path}.{name}", name, Level + 1);
    }
}
