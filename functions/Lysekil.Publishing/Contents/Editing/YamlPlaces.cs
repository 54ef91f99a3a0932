using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Finds the places of the settings of a YAML mapping that has each of them on a line of its own.</summary>
internal static class YamlPlaces
{
    /// <param name="lines">The lines of the mapping, without their ends.</param>
    /// <param name="firstLine">The place of the first of them in the file, from 0.</param>
    /// <returns>The places in their order; <c>null</c> if the mapping is written in another way.</returns>
    public static IReadOnlyList<SettingPlace>? Of(IReadOnlyList<string> lines, int firstLine)
    {
        // YAML ends lines at these characters, and editors' programs do not.
        if (lines.Any(l => l.AsSpan().IndexOfAny('\u0085', '\u2028', '\u2029') >= 0))
        {
            return null;
        }

        try
        {
            var parser = new Parser(new Scanner(new StringReader(string.Join('\n', lines))));
            return Read(parser, lines)?.Select(p => p with
            {
                FirstLine = p.FirstLine + firstLine,
                LastLine = p.LastLine + firstLine,
            }).ToList();
        }
        catch (Exception malformed)
            when (malformed is YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static List<SettingPlace>? Read(Parser parser, IReadOnlyList<string> lines)
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            return [];
        }

        parser.Consume<DocumentStart>();
        if (parser.TryConsume<Scalar>(out var only))
        {
            return only.Value.Length == 0 ? [] : null;
        }

        if (!parser.TryConsume<MappingStart>(out var mapping) || mapping.Style == MappingStyle.Flow)
        {
            return null;
        }

        var places = new List<SettingPlace>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadPlace(parser, lines) is not { } place)
            {
                return null;
            }

            if (places is [.., var last])
            {
                places[^1] = Ended(last, place.FirstLine, lines);
            }

            places.Add(place);
        }

        if (places is [.., var end])
        {
            places[^1] = Ended(end, lines.Count, lines);
        }

        return places;
    }

    private static SettingPlace? ReadPlace(Parser parser, IReadOnlyList<string> lines)
    {
        var key = parser.Consume<Scalar>();
        var (line, column) = At(key.Start);
        var (endLine, end) = At(key.End);
        var first = parser.Current!;
        var last = SkipValue(parser);
        var separator = line == endLine && line < lines.Count && end <= lines[line].Length
            ? lines[line].IndexOf(':', end)
            : -1;
        if (separator < 0
            || !lines[line].AsSpan(0, column).IsWhiteSpace()
            || !lines[line].AsSpan(end, separator - end).IsWhiteSpace())
        {
            return null;
        }

        separator++;
        return new SettingPlace(key.Value, line, line, separator, ValueOf(first, last, lines[line], line, separator))
        {
            ItemIndent = first is SequenceStart { Style: SequenceStyle.Block } && At(first.Start).Line is var item
                && item > line && item < lines.Count && lines[item].TrimStart().StartsWith('-')
                    ? lines[item][..(lines[item].Length - lines[item].TrimStart().Length)]
                    : null,
        };
    }

    /// <summary>The columns of a value in the line of its name; <c>null</c> for any other value.</summary>
    private static ColumnRange? ValueOf(
        ParsingEvent first, ParsingEvent last, string text, int line, int separator)
    {
        if (first is NodeEvent { Tag.IsEmpty: false } or NodeEvent { Anchor.IsEmpty: false })
        {
            return null;
        }

        if (first is Scalar { Value: "", Style: ScalarStyle.Plain })
        {
            return new ColumnRange(separator, separator);
        }

        var ((startLine, start), (endLine, end)) = (At(first.Start), At(last.End));
        end += last is SequenceEnd or MappingEnd && end < text.Length && text[end] is ']' or '}' ? 1 : 0;
        return startLine == line && endLine == line && start >= separator && end >= start
            && first is not Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded }
            ? new ColumnRange(start, end)
            : null;
    }

    /// <summary>The last event of a value.</summary>
    private static ParsingEvent SkipValue(Parser parser)
    {
        for (var depth = 0; ;)
        {
            var next = parser.Consume<ParsingEvent>();
            depth += next.NestingIncrease;
            if (depth <= 0)
            {
                return next;
            }
        }
    }

    /// <summary>
    /// The place with its last line, which is the last one before the next setting that is neither empty nor a comment
    /// between settings.
    /// </summary>
    private static SettingPlace Ended(SettingPlace place, int next, IReadOnlyList<string> lines)
    {
        if (place.Value is not null)
        {
            return place;
        }

        var column = lines[place.FirstLine].Length - lines[place.FirstLine].TrimStart().Length;
        var last = next - 1;
        while (last > place.FirstLine && IsBetween(lines[last], column))
        {
            last--;
        }

        return place with { LastLine = last };
    }

    private static bool IsBetween(string line, int column)
    {
        var text = line.TrimStart();
        return text.Length == 0 || (text[0] == '#' && line.Length - text.Length <= column);
    }

    private static (int Line, int Column) At(Mark mark) => ((int)mark.Line - 1, (int)mark.Column - 1);
}
