namespace Lysekil.Benchmarks.Publish;

/// <summary>The kinds of edits to measure.</summary>
internal enum EditKind
{
    /// <summary>A new article with the latest date.</summary>
    New,

    /// <summary>A new text for a published article.</summary>
    Updated,

    /// <summary>A new article with an old date.</summary>
    Backdated,

    Deleted,
}
