using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Makes a refused text readable, so that its editor can see it meanwhile.</summary>
internal static class RefusedText
{
    private const string NoTitle = "Rubriken saknas";

    /// <summary>
    /// The text without the settings for which it is refused, and with a title in place of a missing one; <c>null</c>
    /// if it is refused for anything else.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="diagnostics">The diagnostics about it.</param>
    public static EditableText? Readable(EditableText text, IReadOnlyList<Diagnostic> diagnostics)
    {
        var refusals = diagnostics.Where(d => d.Severity == Severity.Refusal).ToList();
        var lines = refusals.Select(r => r.Line).OfType<int>().ToHashSet();
        var keys = text.KeysAt(lines).ToList();
        var hasNoTitle = refusals.Contains(DiagnosticCatalog.TitleMissing());
        if (keys.Count == 0 && !hasNoTitle)
        {
            return null;
        }

        var readable = text.Without(keys);
        return hasNoTitle ? readable?.With("title", NoTitle) : readable;
    }
}
