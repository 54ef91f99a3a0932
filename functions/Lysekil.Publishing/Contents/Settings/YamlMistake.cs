using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// Finds the line of malformed YAML that its editor must change, and the change that mends it. A parser names the
/// line where it gave up, which may be far below. A mend is only named if the settings parse further with it.
/// </summary>
internal static partial class YamlMistake
{
    public const string OneLineEach = "Skriv varje inställning på en egen rad, som title: Rubriken.";

    private const string InSingleQuotes = "Sätt enkla citattecken om hela värdet";
    private const string InDoubleQuotes = "Sätt citattecken om hela värdet";
    private const string EachInQuotes = "Sätt enkla citattecken om varje värde";
    private const string AsFollows = "Skriv om raden";

    /// <summary>Longer settings are not examined: each attempt parses all of them.</summary>
    private const int MostCharacters = 20_000;

    private const int MostAttempts = 12;
    private const int MostCharactersOfLine = 200;

    /// <summary>The refusal of settings that a parser gave up on.</summary>
    /// <param name="yaml">The settings.</param>
    /// <param name="errorLine">The line of the parser's error, from 0.</param>
    /// <param name="firstLine">The number of the settings' first line in the file.</param>
    /// <param name="errorIn">
    /// The line of the first error in other settings, from 0; <c>null</c> if they parse.
    /// </param>
    public static Diagnostic Of(string yaml, int errorLine, int firstLine, Func<string, int?> errorIn)
    {
        if ($"\n{yaml}".IndexOf("\n\t", StringComparison.Ordinal) is >= 0 and var tab)
        {
            return DiagnosticCatalog.FrontMatterInvalid(
                firstLine + yaml.AsSpan(0, tab).Count('\n'),
                "raden börjar med en tabb.",
                "Ta bort tabben, eller skriv mellanslag i stället.");
        }

        if (Find(yaml, errorLine, errorIn) is var (line, detail, remedy))
        {
            return DiagnosticCatalog.FrontMatterInvalid(firstLine + line, detail, remedy);
        }

        return TextAt(yaml, errorLine) is { } text
            ? DiagnosticCatalog.FrontMatterInvalid(firstLine + text, "raden har inget kolon.", OneLineEach)
            : DiagnosticCatalog.FrontMatterInvalid(
                firstLine + errorLine, "YAML-felet är på eller strax före den här raden.", OneLineEach);
    }

    /// <inheritdoc cref="Of" path="/param"/>
    /// <returns>The line from 0, what is wrong with it, and the mend; <c>null</c> if no mend is known.</returns>
    public static (int Line, string Detail, string Remedy)? Find(
        string yaml, int errorLine, Func<string, int?> errorIn)
    {
        if (yaml.Length > MostCharacters)
        {
            return null;
        }

        var (lines, attempts) = (yaml.Split('\n'), 0);
        for (var i = 0; i < lines.Length && i <= errorLine; i++)
        {
            foreach (var mend in MendsOf(lines[i]))
            {
                if (++attempts > MostAttempts)
                {
                    return null;
                }

                string[] mended = [.. lines[..i], mend.Line, .. lines[(i + 1)..]];
                var error = errorIn(string.Join('\n', mended));
                if (error is null || (error > i && error != errorLine))
                {
                    return (i, mend.Detail, mend.Line.Length > MostCharactersOfLine
                        ? mend.Remedy + "."
                        : $"{mend.Remedy}, så här: {mend.Line.Trim()}");
                }
            }
        }

        return null;
    }

    /// <summary>
    /// A value in single quotes, in which only the single quote has a meaning (YAML 1.2.2, section 7.3.2).
    /// </summary>
    public static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static IEnumerable<Mend> MendsOf(string line)
    {
        if (Setting().Match(line) is not { Success: true } setting)
        {
            return [];
        }

        var (name, value) = (setting.Groups["name"].Value, setting.Groups["value"].Value.TrimEnd());
        return setting.Groups["gap"].Length == 0
            ? [new("det saknas ett mellanslag efter kolon.", AsFollows, $"{name} {value}")]
            : MendsOfValue(value).Select(m => m with { Line = $"{name} {m.Line}" });
    }

    /// <summary>Mends with the value alone as their lines, the likeliest first.</summary>
    private static IEnumerable<Mend> MendsOfValue(string value)
    {
        var first = value[0];
        if (first is '"' or '\'')
        {
            if (value.IndexOf(first, 1) < 0)
            {
                yield return new("citattecknet i början av värdet har inget slut.", AsFollows, value + first);
            }

            const string Goes = "det står text efter citattecknet.";
            yield return first == '"'
                ? new(Goes, InSingleQuotes, Quoted(value))
                : new(Goes, InDoubleQuotes, $"\"{Escaped(value)}\"");
            yield break;
        }

        if (first == '[' && !value.Contains(']', StringComparison.Ordinal))
        {
            yield return new("listan har ingen hakparentes i slutet.", AsFollows, value + "]");
        }

        if (first == '[' && value.IndexOf(']', StringComparison.Ordinal) == value.Length - 1)
        {
            const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
            var items = value[1..^1].Split(',', Trimmed);
            yield return new(
                "ett av värdena i listan börjar med ett tecken som har en särskild betydelse.",
                EachInQuotes,
                $"[{string.Join(", ", items.Select(i => i[0] is '"' or '\'' ? i : Quoted(i)))}]");
        }

        if (!char.IsLetterOrDigit(first))
        {
            yield return new(
                $"värdet börjar med {first}, som har en särskild betydelse.", InSingleQuotes, Quoted(value));
        }
        else if (value.Contains(": ", StringComparison.Ordinal) || value.EndsWith(':'))
        {
            yield return new("det står ett kolon i värdet.", InSingleQuotes, Quoted(value));
        }
    }

    /// <summary>The line at the error, or the one before, that is no setting; <c>null</c> if both may be.</summary>
    private static int? TextAt(string yaml, int errorLine)
    {
        var lines = yaml.Split('\n');
        foreach (var i in new[] { errorLine - 1, errorLine }.Where(i => i >= 0 && i < lines.Length))
        {
            if (lines[i] is [var first, ..] line
                && char.IsLetter(first)
                && !line.Contains(':', StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>A line with a setting: its name up to the colon, and a value that is not empty.</summary>
    [GeneratedRegex(@"^(?<name> *(?:- +)?[\p{L}\p{N}_][\p{L}\p{N}_ .-]*:)(?<gap>[ \t]*)(?<value>\S.*)$")]
    private static partial Regex Setting();

    /// <summary>A line that parses.</summary>
    /// <param name="Detail">What is wrong with the line as it is written.</param>
    /// <param name="Remedy">How to change it, without a full stop.</param>
    /// <param name="Line">The changed line.</param>
    private sealed record Mend(string Detail, string Remedy, string Line);
}
