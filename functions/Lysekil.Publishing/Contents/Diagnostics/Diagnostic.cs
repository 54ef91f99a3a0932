namespace Lysekil.Publishing.Contents.Diagnostics;

/// <summary>A finding about a source, for its editor.</summary>
/// <param name="Severity">Whether the source is published all the same.</param>
/// <param name="Code">Short and stable, for index tags and programs: <c>a–z</c>, digits and dashes.</param>
/// <param name="Line">The line in the file, from 1; <c>null</c> where the finding is about no line.</param>
/// <param name="Message">What is wrong, in Swedish.</param>
/// <param name="Remedy">How to mend it, in Swedish.</param>
public sealed record Diagnostic(Severity Severity, string Code, int? Line, string Message, string Remedy)
{
    /// <summary>The message for the editor of a Word document; <c>null</c> if it is the same.</summary>
    internal string? MessageInWord { get; init; }

    /// <summary>
    /// How to mend it in Word, where nothing is written as Markdown; <c>null</c> if that is done in the same way.
    /// </summary>
    internal string? RemedyInWord { get; init; }

    /// <summary>The diagnostic for the editor of a Word document.</summary>
    internal Diagnostic InWord() => new(Severity, Code, Line, MessageInWord ?? Message, RemedyInWord ?? Remedy);

    /// <summary>Diagnostics are equal if they tell the same: what is not told does not count.</summary>
    public bool Equals(Diagnostic? other) =>
        other is not null
        && (Severity, Code, Line, Message, Remedy)
            == (other.Severity, other.Code, other.Line, other.Message, other.Remedy);

    public override int GetHashCode() => HashCode.Combine(Severity, Code, Line, Message, Remedy);
}

public enum Severity
{
    /// <summary>The source is published all the same.</summary>
    Warning,

    /// <summary>The source is not published; its last good version stays live.</summary>
    Refusal,
}
