using System.Text.RegularExpressions;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>A line of YAML that may parse in place of a line that does not.</summary>
/// <param name="Detail">What is wrong with the line as it is written, in Swedish.</param>
/// <param name="Remedy">How to change it, in Swedish and without a full stop.</param>
/// <param name="Line">The changed line.</param>
/// <param name="Joined">How many of the lines after it are joined to it.</param>
internal sealed partial record YamlMend(string Detail, string Remedy, string Line, int Joined = 0)
{
    private const string InSingleQuotes = "Sätt enkla citattecken om hela värdet";
    private const string InDoubleQuotes = "Sätt citattecken om hela värdet";
    private const string EachInQuotes = "Sätt enkla citattecken om varje värde";
    private const string AsFollows = "Skriv om raden";

    private const int MostJoined = 5;

    /// <summary>
    /// A value in single quotes, in which only the single quote has a meaning (YAML 1.2.2, section 7.3.2).
    /// </summary>
    public static string Quoted(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Mends of the first of the lines, the likeliest first.</summary>
    public static IEnumerable<YamlMend> Of(ReadOnlySpan<string> lines)
    {
        if (Setting().Match(lines[0]) is not { Success: true } setting)
        {
            return [];
        }

        var (name, value) = (setting.Groups["name"].Value, setting.Groups["value"].Value.TrimEnd());
        if (setting.Groups["gap"].Length == 0)
        {
            return [new("det saknas ett mellanslag efter kolon.", AsFollows, $"{name} {value}")];
        }

        return MendsOfValue(value).Prepend(JoinedTo(value, lines[1..])).OfType<YamlMend>()
            .Select(m => m with { Line = $"{name} {m.Line}" });
    }

    /// <summary>
    /// A mend that joins the lines of a quotation or a list, which go on at the margin, to the line where it begins.
    /// </summary>
    private static YamlMend? JoinedTo(string value, ReadOnlySpan<string> next)
    {
        var closing = value[0] == '[' ? ']' : value[0];
        if (closing is not ('"' or '\'' or ']') || value.IndexOf(closing, 1) >= 0)
        {
            return null;
        }

        var joined = value;
        for (var i = 0; i < next.Length && i < MostJoined && !Setting().IsMatch(next[i]); i++)
        {
            joined = $"{joined} {next[i].Trim()}";
            if (joined.EndsWith(closing))
            {
                const string GoesOn = "värdet fortsätter på nästa rad, utan indrag.";
                return new(GoesOn, "Skriv hela värdet på en rad", joined, i + 1);
            }
        }

        return null;
    }

    /// <summary>Mends with the value alone as their lines, the likeliest first.</summary>
    private static IEnumerable<YamlMend> MendsOfValue(string value)
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

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    /// <summary>A line with a setting: its name up to the colon, and a value that is not empty.</summary>
    [GeneratedRegex(@"^(?<name> *(?:- +)?[\p{L}\p{N}_][\p{L}\p{N}_ .-]*:)(?<gap>[ \t]*)(?<value>\S.*)$")]
    private static partial Regex Setting();
}
