using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Lysekil.Benchmarks.Output;

/// <summary>
/// Writes the figures of a scenario as a Markdown table to standard output, and as JSON to a file if requested.
/// </summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static Option<FileInfo?> JsonOption() =>
        new("--json") { Description = "Write the figures here, too.", HelpName = "FILE" };

    /// <param name="columns">The headings.</param>
    /// <param name="rows">The values; fractions have one decimal, those below 0.1 four.</param>
    public static void Write(IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var table = new Table().MarkdownBorder().AddColumns([.. columns]);
        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Text)]);
        }

        AnsiConsole.Profile.Width = 4096;
        AnsiConsole.Write(table);
    }

    /// <summary>Writes a sentence below the table.</summary>
    public static void Say(string sentence) => AnsiConsole.WriteLine("\n" + sentence);

    public static void WriteJson<T>(FileInfo? file, IReadOnlyList<T> figures)
    {
        if (file is not null)
        {
            File.WriteAllText(file.FullName, JsonSerializer.Serialize(figures, Readable));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "–",
        double number =>
            number.ToString(Math.Abs(number) is > 0 and < 0.1 ? "0.0000" : "0.0", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
