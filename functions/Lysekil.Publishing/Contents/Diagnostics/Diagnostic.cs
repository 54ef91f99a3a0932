namespace Lysekil.Publishing.Contents.Diagnostics;

/// <summary>A finding about a source, for its editor.</summary>
/// <param name="Severity">Whether the source is published all the same.</param>
/// <param name="Code">Short and stable, for index tags and programs: <c>a–z</c>, digits and dashes.</param>
/// <param name="Line">The line in the file, from 1; <c>null</c> where the finding is about no line.</param>
/// <param name="Message">What is wrong, in Swedish.</param>
/// <param name="Remedy">How to mend it, in Swedish.</param>
public sealed record Diagnostic(Severity Severity, string Code, int? Line, string Message, string Remedy);

public enum Severity
{
    /// <summary>The source is published all the same.</summary>
    Warning,

    /// <summary>The source is not published; its last good version stays live.</summary>
    Refusal,
}
