using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// The fields that are open at a place of a document: of each, readers see the result, never the instruction (ECMA-376,
/// part 1, section 17.16).
/// </summary>
/// <param name="areMatched">
/// Whether each field of the document ends. If not, all text is shown: a field without an end would hide the rest.
/// </param>
internal sealed partial class WordFields(bool areMatched)
{
    private readonly Stack<Field> _open = new();
    private int _hiding;

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool IsInResult { get; set; }

        public string? Link { get; set; }
    }

    /// <summary>Whether each field of a document ends.</summary>
    public static bool AreMatched(XElement body)
    {
        var open = 0;
        foreach (var mark in body.Descendants().Where(e => e.WordName() == "fldChar"))
        {
            open += mark.Value("fldCharType") switch { "begin" => 1, "end" => -1, _ => 0 };
        }

        return open == 0;
    }

    /// <summary>Whether text at this place is shown.</summary>
    public bool IsShown => _hiding == 0 || !areMatched;

    /// <summary>Where the innermost field that is a link leads; <c>null</c> if none is.</summary>
    public string? Link => _open.TryPeek(out var innermost) ? innermost.Link : null;

    public void Mark(string? type)
    {
        if (type == "begin")
        {
            _open.Push(new Field { Link = Link });
            _hiding++;
        }
        else if (type == "separate" && _open.TryPeek(out var field) && !field.IsInResult)
        {
            (field.IsInResult, field.Link) = (true, LinkIn(field.Instruction.ToString()) ?? field.Link);
            _hiding--;
        }
        else if (type == "end" && _open.TryPop(out var ended) && !ended.IsInResult)
        {
            _hiding--;
        }
    }

    public void AddInstruction(string text)
    {
        if (_open.TryPeek(out var field) && !field.IsInResult)
        {
            field.Instruction.Append(text);
        }
    }

    /// <summary>The address of <c>HYPERLINK "address"</c>; <c>null</c> for any other instruction.</summary>
    public static string? LinkIn(string instruction)
    {
        var words = Word().Matches(instruction).Select(m => m.Groups["quoted"] is { Success: true } quoted
            ? quoted.Value
            : m.Value).ToList();
        if (words is not [var name, ..] || !name.Equals("HYPERLINK", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var (address, anchor) = ((string?)null, (string?)null);
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i] is @"\l" or @"\o" or @"\t")
            {
                anchor = words[i] == @"\l" ? words.ElementAtOrDefault(i + 1) : anchor;
                i++;
            }
            else if (!words[i].StartsWith('\\'))
            {
                address ??= words[i];
            }
        }

        return address is null || string.IsNullOrEmpty(anchor) || address.Contains('#', StringComparison.Ordinal)
            ? address
            : $"{address}#{anchor}";
    }

    [GeneratedRegex(@"""(?<quoted>[^""]*)""|\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
