using Markdig;

namespace Lysekil.Publishing.Contents.Markup.Limits;

/// <summary>The parts of a text are nested deeper than Markdig parses.</summary>
internal sealed class NestingException(Exception fault) : Exception("The text is nested too deep.", fault)
{
    private static readonly string? Library = typeof(Markdown).Assembly.GetName().Name;

    /// <summary>
    /// Whether Markdig tells of the nesting by this exception. It has no type for it; all other exceptions of its own
    /// that are about an argument name that argument.
    /// </summary>
    public static bool IsToldBy(ArgumentException fault) =>
        fault.GetType() == typeof(ArgumentException) && fault.ParamName is null && fault.Source == Library;
}
