using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Markup;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>What came of reading a file: a manuscript, or the refusals that tell why there is none.</summary>
/// <param name="Manuscript">Not null exactly where no remark is a refusal.</param>
/// <param name="Text">The manuscript's body, parsed; <c>null</c> where there is none.</param>
/// <param name="Diagnostics">Refusals and warnings.</param>
public sealed record ManuscriptReading(Manuscript? Manuscript, MarkdownText? Text, IReadOnlyList<Diagnostic> Diagnostics)
{
    internal static ManuscriptReading Refused(IReadOnlyList<Diagnostic> diagnostics) => new(null, null, diagnostics);
}
