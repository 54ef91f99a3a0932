using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Writing;

/// <summary>Writes the settings at the top of a text as YAML that means what was given.</summary>
public sealed partial class FrontMatterText
{
    private readonly StringBuilder _lines = new("---\n");

    /// <summary>Adds a setting; an empty value is left out.</summary>
    /// <param name="key">A plain word.</param>
    /// <param name="value">Any text; it is written in one line.</param>
    public FrontMatterText Add(string key, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _lines.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
        }

        return this;
    }

    /// <summary>Adds a setting that is a list; an empty list is left out.</summary>
    public FrontMatterText Add(string key, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
        {
            _lines.Append(key).Append(": [").AppendJoin(", ", values.Select(Scalar)).Append("]\n");
        }

        return this;
    }

    public FrontMatterText AddDraft(bool isDraft)
    {
        _lines.Append(isDraft ? "draft: true\n" : "");
        return this;
    }

    /// <summary>The settings, and the text below them.</summary>
    public string Above(string markdown) => $"{_lines}---\n\n{markdown.Trim('\n')}\n";

    /// <summary>
    /// The value as it is where YAML reads it as that text, else between single quotes (YAML 1.2, section 7.3.2).
    /// </summary>
    internal static string Scalar(string value)
    {
        var line = OneLine.WithoutControls(value);
        return Plain().IsMatch(line) && !Word().IsMatch(line)
            ? line
            : $"'{line.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    [GeneratedRegex(
        @"^(?:[\p{L}/][\p{L}\p{N} ./()–_-]*|\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    /// <summary>What YAML reads as something else than text.</summary>
    [GeneratedRegex("^(?:true|false|yes|no|on|off|null|y|n)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
