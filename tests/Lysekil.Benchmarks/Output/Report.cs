using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace Lysekil.Benchmarks.Output;

/// <summary>A scenario's figures: a Markdown table on standard output, and JSON in a file where asked to.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions _readable = new() { WriteIndented = true };

    public static Option<FileInfo?> JsonOption() => new("--json") { Description = "Write the figures here, too.", HelpName = "FILE" };

    /// <param name="columns">Heads.</param>
    /// <param name="rows">A value each; fractions are shown with one digit, tiny ones with four.</param>
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

    /// <summary>A sentence under the table.</summary>
    public static void Say(string sentence) => AnsiConsole.WriteLine("\n" + sentence);

    public static void WriteJson<T>(FileInfo? file, IReadOnlyList<T> figures)
    {
        if (file is not null)
        {
            File.WriteAllText(file.FullName, JsonSerializer.Serialize(figures, _readable));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "–",
        double number => number.ToString(Math.Abs(number) is > 0 and < 0.1 ? "0.0000" : "0.0", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
