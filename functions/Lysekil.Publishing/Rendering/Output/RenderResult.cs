using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>The result of rendering a page.</summary>
/// <param name="Page">The page; <c>null</c> if the site does not have it according to the index.</param>
/// <param name="Summary">What its parent pages show of it; <c>null</c> if it has none, or there is no page.</param>
public sealed record RenderResult(RenderedPage? Page, PeriodSummary? Summary = null)
{
    /// <summary>
    /// When a source's own page should have shown this: at its upload, or at the date of a scheduled article. For
    /// measurements only; <c>null</c> for any other page.
    /// </summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>
    /// Whether the page may be divided, or may have been: its former summary tells whether the pages of its parts have
    /// to follow.
    /// </summary>
    public bool MayBeDivided { get; init; }

    public static RenderResult Nothing { get; } = new((RenderedPage?)null);
}
