using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;

namespace Lysekil.Publishing.Contents.Word;

/// <summary>A Word document as Markdown.</summary>
public sealed class WordText
{
    private readonly IReadOnlyList<int> _paragraphs;
    private readonly IReadOnlyList<string> _beginnings;

    /// <param name="markdown">In UTF-8.</param>
    /// <param name="pictures">The pictures to which the Markdown refers.</param>
    /// <param name="diagnostics">What the Markdown lacks.</param>
    /// <param name="paragraphs">For each line of the Markdown, the number of its paragraph, from 1.</param>
    /// <param name="beginnings">The first words of each paragraph of the document.</param>
    internal WordText(
        byte[] markdown,
        IReadOnlyList<WordPicture> pictures,
        IReadOnlyList<Diagnostic> diagnostics,
        IReadOnlyList<int> paragraphs,
        IReadOnlyList<string> beginnings)
    {
        (Markdown, Pictures, Diagnostics) = (markdown, pictures, diagnostics);
        (_paragraphs, _beginnings) = (paragraphs, beginnings);
    }

    /// <summary>The text in UTF-8: what is kept when the document goes live.</summary>
    public byte[] Markdown { get; }

    /// <summary>Each once, in the order of the text.</summary>
    public IReadOnlyList<WordPicture> Pictures { get; }

    /// <summary>The pictures to which the Markdown refers as embedded ones; each once, in their order.</summary>
    public IReadOnlyList<EmbeddedFile> Embedded { get; init; } = [];

    /// <summary>Warnings about what the Markdown lacks.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>
    /// A diagnostic about the Markdown for the document's editor, to whom Word shows paragraphs, no lines and no
    /// Markdown.
    /// </summary>
    public Diagnostic Place(Diagnostic diagnostic)
    {
        var told = diagnostic.InWord();
        if (told.Line is not { } line)
        {
            return told;
        }

        var paragraph = line >= 1 && line <= _paragraphs.Count ? _paragraphs[line - 1] : 0;
        return paragraph < 1 || paragraph > _beginnings.Count
            ? told with { Line = null }
            : told with
            {
                Line = null,
                Message = DiagnosticCatalog.InParagraph(paragraph, _beginnings[paragraph - 1], told.Message),
            };
    }
}

/// <summary>A picture in a document.</summary>
/// <param name="FileName">The name under which the text refers to it: that of a file beside it, or an address.</param>
/// <param name="Part">The part of the document that holds it.</param>
public sealed record WordPicture(string FileName, string Part);
