namespace Lysekil.Publishing.Contents.Writing;

/// <summary>How a piece of text is emphasised.</summary>
[Flags]
public enum SpanStyles
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Struck = 4,
    Raised = 8,
    Lowered = 16,
    Code = 32,
}
