using System.Text.RegularExpressions;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>A line of the data model's tables of keys.</summary>
/// <param name="Keys">As they are documented, such as <c>claim:&lt;page&gt;:&lt;path&gt;</c>.</param>
/// <param name="Columns">Those of the line, and those that the text of its section gives.</param>
internal sealed partial record DocumentedRow(IReadOnlyList<string> Keys, IReadOnlySet<string> Columns)
{
    /// <summary>The lines of all sections about rows.</summary>
    public static IReadOnlyList<DocumentedRow> Of(Document model) =>
    [
        .. model.TableRows().Where(cells => cells[0].Any(IsKey)).Select(cells => new DocumentedRow(
            [.. cells[0].Where(IsKey)],
            cells[1].Concat(SharedColumns(model, cells[0].First(IsKey))).ToHashSet(StringComparer.Ordinal))),
    ];

    /// <summary>Whether a key, or the beginning of one, is of this line.</summary>
    public bool Has(string key) =>
        Keys.Any(documented => IsOf(documented.Split(':'), key.TrimEnd(':').Split(':')));

    private static bool IsOf(string[] documented, string[] key) => key.Length <= documented.Length
        && key.Zip(documented).All(part => part.Second.StartsWith('<') || part.First == part.Second);

    private static bool IsKey(string span) => Key().IsMatch(span);

    /// <summary>The columns in the paragraphs of the section in which a key has its line.</summary>
    private static IEnumerable<string> SharedColumns(Document model, string key)
    {
        var section = Headings().Matches(model.Section("The table"))
            .Select(match => model.Section(match.Groups[1].Value))
            .Single(text => text.Contains($"| `{key}`", StringComparison.Ordinal));
        return section.Split('\n').Where(line => !line.StartsWith('|'))
            .SelectMany(line => Span().Matches(line)).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex("^[a-z-]+:[a-z<]")]
    private static partial Regex Key();

    [GeneratedRegex("^### (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Span();
}
