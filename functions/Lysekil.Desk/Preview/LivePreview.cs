using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Desk.Preview;

/// <summary>What the editor's page shows while its editor types, as JSON.</summary>
/// <param name="Html">The page, for the frame.</param>
/// <param name="Forecast">What saving would do, in Swedish.</param>
/// <param name="Others">That other accounts write in the file, in Swedish; empty if none does.</param>
/// <param name="Diagnostics">The diagnostics.</param>
internal sealed record LivePreview(
    string Html, string Forecast, string Others, IReadOnlyList<LiveDiagnostic> Diagnostics);

/// <summary>A diagnostic, as JSON.</summary>
/// <param name="Line">From 1, in the file; <c>null</c> if it is about no line.</param>
/// <param name="IsRefusal">Whether the text cannot be published with it.</param>
/// <param name="Message">What is wrong, in Swedish.</param>
/// <param name="Remedy">How to mend it, in Swedish.</param>
internal sealed record LiveDiagnostic(int? Line, bool IsRefusal, string Message, string Remedy)
{
    public static LiveDiagnostic Of(Diagnostic diagnostic) => new(
        diagnostic.Line, diagnostic.Severity == Severity.Refusal, diagnostic.Message, diagnostic.Remedy);
}
