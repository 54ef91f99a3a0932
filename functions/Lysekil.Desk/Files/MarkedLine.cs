namespace Lysekil.Desk.Files;

/// <summary>A line that a remark is about, with those around it.</summary>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Text">Of a long line, its beginning.</param>
/// <param name="IsMarked">Whether the remark is about this line.</param>
internal sealed record MarkedLine(int Number, string Text, bool IsMarked)
{
    private const int Around = 1;
    private const int MostCharacters = 300;

    /// <summary>The line and its neighbours; none if the text has no such line.</summary>
    public static IReadOnlyList<MarkedLine> Of(string text, int line)
    {
        var lines = text.Split('\n');
        return line < 1 || line > lines.Length
            ? []
            : [
                .. Enumerable.Range(line - Around, (2 * Around) + 1)
                    .Where(number => number >= 1 && number <= lines.Length)
                    .Select(number => new MarkedLine(number, Cut(lines[number - 1]), number == line)),
            ];
    }

    private static string Cut(string line) => line.Length <= MostCharacters ? line : line[..MostCharacters] + " …";
}
