using System.Xml.Linq;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>What the reading of one document's parts has in common.</summary>
internal sealed class WordReading
{
    public WordReading(
        WordStyles styles, WordNumbering numbering, WordNotes notes, WordPictures pictures, WordFields fields)
    {
        (Styles, Numbering, Pictures) = (styles, numbering, pictures);
        Inlines = new WordInlines(styles, pictures, notes, fields);
    }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public WordPictures Pictures { get; }

    public WordInlines Inlines { get; }

    /// <summary>All paragraphs that were read, in their order.</summary>
    public List<XElement> Paragraphs { get; } = [];

    /// <summary>Whether a table of contents was left out.</summary>
    public bool HasContents { get; set; }
}
