namespace Lysekil.Publishing.Contents.Diagnostics;

/// <summary>Something an editor should know about a source.</summary>
/// <param name="Severity">Whether it keeps the source from being published.</param>
/// <param name="Code">Short and stable, for index tags and programs: <c>a–z</c>, digits and dashes.</param>
/// <param name="Line">Where in the file, from 1; <c>null</c> where no line is to blame.</param>
/// <param name="Message">What is wrong, in Swedish.</param>
/// <param name="Remedy">How to mend it, in Swedish.</param>
public sealed record Diagnostic(Severity Severity, string Code, int? Line, string Message, string Remedy);
