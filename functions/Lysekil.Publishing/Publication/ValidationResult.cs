using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Publication;

/// <summary>What one version of a source is found to be, before anybody else's sources are looked at.</summary>
/// <param name="Content">What is to be kept of it if it goes live; <c>null</c> where it cannot.</param>
/// <param name="Diagnostics">For the editor.</param>
public abstract record ValidationResult(AcceptedContent? Content, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>It cannot be published.</summary>
    public sealed record Refused(IReadOnlyList<Diagnostic> Diagnostics) : ValidationResult(null, Diagnostics);

    /// <summary>Text to be rendered.</summary>
    /// <param name="Manuscript">What it says.</param>
    /// <param name="SearchText">Its body as plain words, without a lead that it begins with: what search looks through.</param>
    /// <param name="Hash">Of its bytes.</param>
    /// <param name="Bytes">The whole file.</param>
    /// <param name="Diagnostics">For the editor.</param>
    public sealed record Text(Manuscript Manuscript, string SearchText, ContentHash Hash, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Diagnostic> Diagnostics)
        : ValidationResult(new AcceptedContent(Hash, Bytes), Diagnostics);

    /// <summary>A file for visitors.</summary>
    /// <param name="ContentType">Its media type.</param>
    /// <param name="Hash">Of its bytes.</param>
    /// <param name="Picture">What it shows, where it is a picture that can be opened.</param>
    /// <param name="Bytes">Where it was opened; else <c>null</c>: they are read from the source again when they are kept.</param>
    public sealed record Asset(string ContentType, ContentHash Hash, Picture? Picture, ReadOnlyMemory<byte>? Bytes)
        : ValidationResult(new AcceptedContent(Hash, Bytes), []);

    /// <summary>Settings, or a template.</summary>
    public sealed record SiteFile(ContentHash Hash, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Diagnostic> Diagnostics)
        : ValidationResult(new AcceptedContent(Hash, Bytes), Diagnostics);
}
