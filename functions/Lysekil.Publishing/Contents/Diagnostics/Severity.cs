namespace Lysekil.Publishing.Contents.Diagnostics;

public enum Severity
{
    /// <summary>Published all the same.</summary>
    Warning,

    /// <summary>Not published; the last good version stays live.</summary>
    Refusal,
}
