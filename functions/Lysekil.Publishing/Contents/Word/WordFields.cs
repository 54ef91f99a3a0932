using System.Text;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// The fields that are open at a place of a document: of each, readers see the result, never the instruction (ECMA-376,
/// part 1, section 17.16).
/// </summary>
internal sealed class WordFields
{
    private readonly Stack<Field> _open = new();
    private int _hiding;

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool IsInResult { get; set; }

        public string? Link { get; set; }
    }

    /// <summary>Whether text at this place is shown.</summary>
    public bool IsShown => _hiding == 0;

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
        const string Name = "HYPERLINK";
        var text = instruction.Trim();
        if (!text.StartsWith(Name, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = text[Name.Length..].TrimStart();
        var isAnchor = rest.StartsWith("\\l", StringComparison.Ordinal);
        var from = rest.IndexOf('"', StringComparison.Ordinal) + 1;
        var end = from > 0 ? rest.IndexOf('"', from) : -1;
        return end < 0 || isAnchor ? null : rest[from..end];
    }
}
