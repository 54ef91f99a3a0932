using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Publication;

/// <summary>What the validation of one version finds, before other sources are considered.</summary>
/// <param name="Content">What is kept of the version if it goes live; <c>null</c> if it cannot go live.</param>
/// <param name="Diagnostics">The messages for its editor.</param>
public abstract record ValidationResult(AcceptedContent? Content, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The version cannot be published.</summary>
    public sealed record Refused(IReadOnlyList<Diagnostic> Diagnostics) : ValidationResult(null, Diagnostics)
    {
        /// <summary>The title of a text that has one that can be read; else empty.</summary>
        public string Title { get; init; } = "";
    }

    /// <summary>An article or a standing page.</summary>
    /// <param name="Manuscript">The parsed text.</param>
    /// <param name="Body">The parsed body.</param>
    /// <param name="SearchText">The body as plain words for the search index, without a lead that opens it.</param>
    /// <param name="Hash">The hash of the bytes.</param>
    /// <param name="Bytes">The text as Markdown, with its settings: what is kept.</param>
    /// <param name="Diagnostics">The messages for its editor.</param>
    public sealed record Text(
        Manuscript Manuscript,
        MarkdownText Body,
        string SearchText,
        ContentHash Hash,
        ReadOnlyMemory<byte> Bytes,
        IReadOnlyList<Diagnostic> Diagnostics)
        : ValidationResult(new AcceptedContent(Hash, Bytes, Body, Manuscript.Day), Diagnostics)
    {
        /// <summary>The pictures that the text holds itself.</summary>
        public IReadOnlyList<EmbeddedPicture> Embedded { get; init; } = [];

        /// <summary>The names of those among them that end the process that decodes them.</summary>
        public EquatableList<string> FatalPictures { get; init; } = [];

        /// <summary>
        /// The file, where it is not the text that is kept: a Word document, or a text with pictures in its addresses.
        /// </summary>
        public ReadOnlyMemory<byte>? Document { get; init; }

        /// <summary>Gives a diagnostic about a line of the text its place in the file.</summary>
        public Func<Diagnostic, Diagnostic> Place { get; init; } = d => d;

        /// <summary>The file as it was uploaded.</summary>
        public ReadOnlyMemory<byte> File => Document ?? Bytes;
    }

    /// <summary>A file that visitors get as it is: a picture or a document.</summary>
    /// <param name="ContentType">The media type.</param>
    /// <param name="Hash">The hash of the bytes.</param>
    /// <param name="Picture">The picture's properties; <c>null</c> if the file is none that can be opened.</param>
    /// <param name="Bytes">
    /// The whole file; <c>null</c> if it was not loaded, and is read again from the source when it is kept.
    /// </param>
    /// <param name="Diagnostics">The messages for its editor.</param>
    public sealed record Asset(
        string ContentType,
        ContentHash Hash,
        Picture? Picture,
        ReadOnlyMemory<byte>? Bytes,
        IReadOnlyList<Diagnostic> Diagnostics)
        : ValidationResult(new AcceptedContent(Hash, Bytes), Diagnostics);

    /// <summary>The site's settings, or a template.</summary>
    public sealed record SiteFile(ContentHash Hash, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Diagnostic> Diagnostics)
        : ValidationResult(new AcceptedContent(Hash, Bytes), Diagnostics)
    {
        /// <summary>
        /// The identity that feed readers know a site with these settings by; empty if they name none.
        /// </summary>
        public string FeedIdentity { get; init; } = "";
    }
}
