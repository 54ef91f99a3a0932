using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>The footnotes and endnotes of a document, numbered together in the order of the text.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<(bool IsEndnote, string Id), XElement> _notes = [];
    private readonly List<(bool IsEndnote, string Id)> _referred = [];
    private readonly Dictionary<(bool IsEndnote, string Id), int> _numbers = [];

    /// <param name="footnotes">The root of the part; <c>null</c> if the document has none.</param>
    /// <param name="endnotes">Likewise.</param>
    public WordNotes(XElement? footnotes, XElement? endnotes)
    {
        foreach (var (notes, name) in new[] { (footnotes, "footnote"), (endnotes, "endnote") })
        {
            // Those with a type are the lines that separate notes from the text.
            foreach (var note in notes.Words(name).Where(n => n.Value("type") is null or "normal"))
            {
                _notes.TryAdd((name == "endnote", note.Value("id") ?? ""), note);
            }
        }
    }

    /// <summary>How many notes the text has referred to; reading a note may add another.</summary>
    public int Count => _referred.Count;

    /// <summary>The reference to a note, as Markdown; empty if there is no such note.</summary>
    public string Refer(bool isEndnote, string id)
    {
        var key = (isEndnote, id);
        if (!_notes.ContainsKey(key))
        {
            return "";
        }

        if (_numbers.TryAdd(key, _referred.Count))
        {
            _referred.Add(key);
        }

        return Label(_numbers[key]);
    }

    public static string Label(int number) => FormattableString.Invariant($"[^{number + 1}]");

    /// <summary>The note to which the text referred as number <paramref name="number"/>, from 0.</summary>
    public (XElement Note, bool IsEndnote) At(int number) => (_notes[_referred[number]], _referred[number].IsEndnote);
}
