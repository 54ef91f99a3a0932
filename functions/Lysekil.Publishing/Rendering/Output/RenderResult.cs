using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Output;

/// <summary>What rendering a page gives.</summary>
/// <param name="Page">The page; <c>null</c> where the archive does not need one.</param>
/// <param name="Summary">What it says of itself to the pages above it; <c>null</c> where nobody asks, or there is no page.</param>
public sealed record RenderResult(RenderedPage? Page, PeriodSummary? Summary = null)
{
    /// <summary>
    /// From when on a source's own page ought to have shown this: since its upload, or the date of an article that was
    /// uploaded before. Only measured; <c>null</c> for any other page.
    /// </summary>
    public DateTimeOffset? Due { get; init; }

    public static RenderResult Nothing { get; } = new((RenderedPage?)null);
}
