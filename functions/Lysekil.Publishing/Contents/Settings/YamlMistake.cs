using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// Finds the line of malformed YAML that its editor must change, and the change that mends it. A parser names the
/// line where it gave up, which may be far below. A mend is only named if the settings parse further with it.
/// </summary>
internal static class YamlMistake
{
    public const string OneLineEach = "Skriv varje inställning på en egen rad, som title: Rubriken.";

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
                firstLine + errorLine, "Felet är på eller strax före den här raden.", OneLineEach);
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
            foreach (var mend in YamlMend.Of(lines.AsSpan(i)))
            {
                if (++attempts > MostAttempts)
                {
                    return null;
                }

                // Empty lines stand for those that are joined to the mended one, so that the others keep their numbers.
                string[] rest = [.. Enumerable.Repeat("", mend.Joined), .. lines[(i + 1 + mend.Joined)..]];
                string[] mended = [.. lines[..i], mend.Line, .. rest];
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
}
