using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using CutValue = Lysekil.Publishing.Contents.Settings.FrontMatter.CutValue;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>
/// Finds values that YAML cuts, and that parse without an error: a comment begins at <c>#</c> (YAML 1.2.2, section
/// 6.6), a tag at <c>!</c> and an anchor at <c>&amp;</c> (section 6.9).
/// </summary>
/// <param name="yaml">The settings.</param>
/// <param name="firstLine">The number of their first line in the file.</param>
internal sealed class YamlLines(string yaml, int firstLine)
{
    private static readonly SearchValues<char> Cutting = SearchValues.Create("#!&");

    private readonly string[] _lines = yaml.AsSpan().ContainsAny(Cutting) ? yaml.Split('\n') : [];

    /// <summary>What is cut from the value of a setting in one line; <c>null</c> if it is whole.</summary>
    public CutValue? CutOf(Scalar key, Scalar value)
    {
        var line = LineAt(key.Start);
        return value.Style == ScalarStyle.Plain
            && line.StartsWith(key.Value, StringComparison.Ordinal)
            && line.AsSpan(key.Value.Length).TrimStart() is [':', .. var rest]
            ? Cut(key.Start, $"{key.Value}:", rest.Trim().ToString(), value.Value)
            : null;
    }

    /// <summary>What is cut from a value in a list, one value a line, of which nothing is left.</summary>
    public CutValue? CutOfItem(Scalar value) =>
        value is { Style: ScalarStyle.Plain, Value: "" }
        && LineAt(value.Start).AsSpan().Trim() is ['-', .. var rest]
            ? Cut(value.Start, "-", rest.Trim().ToString(), "")
            : null;

    private CutValue? Cut(Mark at, string before, string written, string read)
    {
        var lost = written switch
        {
            ['!', '!', ..] => null,
            ['!' or '&', ..] => written.Split(' ')[0],
            _ when written.StartsWith(read, StringComparison.Ordinal)
                && written.AsSpan(read.Length).TrimStart() is ['#', ..] tail => tail.ToString(),
            _ => null,
        };
        return lost is null
            ? null
            : new CutValue(firstLine + YamlFrontMatter.LineOf(at), lost, $"{before} {YamlMend.Quoted(written)}");
    }

    private string LineAt(Mark mark) => YamlFrontMatter.LineOf(mark) is var line && line < _lines.Length
        ? _lines[line]
        : "";
}
