using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Where a link of a menu stands among the lines of a file.</summary>
/// <param name="FirstLine">Its first line, from 0.</param>
/// <param name="LastLine">Its last line.</param>
/// <param name="Values">Its values by their names; <c>null</c> for one that is not in one line.</param>
internal sealed record MenuItemPlace(
    int FirstLine, int LastLine, IReadOnlyDictionary<string, ScalarPlace?> Values)
{
    public ScalarPlace? Find(string name) => Values.GetValueOrDefault(name);

    /// <summary>The links of a menu; <c>null</c> if it is no list of plain mappings.</summary>
    public static IReadOnlyList<MenuItemPlace>? In(FileText file, SettingPlace menu)
    {
        var lines = file.Lines.Skip(menu.FirstLine).Take(menu.LastLine - menu.FirstLine + 1)
            .Select(FileText.Content);
        try
        {
            return Read(new Parser(new Scanner(new StringReader(string.Join('\n', lines)))), menu.FirstLine);
        }
        catch (Exception malformed)
            when (malformed is YamlException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static List<MenuItemPlace>? Read(Parser parser, int firstLine)
    {
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        parser.Consume<MappingStart>();
        parser.Consume<Scalar>();
        parser.Consume<SequenceStart>();
        var items = new List<MenuItemPlace>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (!parser.TryConsume<MappingStart>(out var item))
            {
                return null;
            }

            var (line, last) = (LineOf(item.Start), LineOf(item.Start));
            var values = new Dictionary<string, ScalarPlace?>(StringComparer.OrdinalIgnoreCase);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var (name, value) = (parser.Consume<Scalar>(), parser.Consume<Scalar>());
                values[name.Value] = PlaceOf(value);
                last = Math.Max(last, LineOf(value.End));
            }

            items.Add(new MenuItemPlace(line, last, values));
        }

        return items;

        int LineOf(Mark mark) => firstLine + (int)mark.Line - 1;

        ScalarPlace? PlaceOf(Scalar value) =>
            value is { Value.Length: > 0, Tag.IsEmpty: true, Anchor.IsEmpty: true }
            && value.Style is not (ScalarStyle.Literal or ScalarStyle.Folded)
            && value.Start.Line == value.End.Line
                ? new ScalarPlace(
                    LineOf(value.Start), new ColumnRange((int)value.Start.Column - 1, (int)value.End.Column - 1))
                : null;
    }
}

/// <summary>Where a value in one line stands.</summary>
/// <param name="Line">From 0.</param>
/// <param name="Columns">Its columns, quotes included.</param>
internal sealed record ScalarPlace(int Line, ColumnRange Columns);
