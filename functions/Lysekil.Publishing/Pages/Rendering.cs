using Lysekil.Publishing.Archive;

namespace Lysekil.Publishing.Pages;

/// <summary>What rendering a page gives.</summary>
/// <param name="Page">The page; <c>null</c> where the archive does not need one.</param>
/// <param name="Summary">What it says of itself to the pages above it; <c>null</c> where nobody asks, or there is no page.</param>
public sealed record Rendering(RenderedPage? Page, PeriodSummary? Summary = null)
{
    public static Rendering Nothing { get; } = new((RenderedPage?)null);
}
