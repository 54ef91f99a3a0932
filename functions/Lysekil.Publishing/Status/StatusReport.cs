using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Status;

/// <summary>How a site is; of each kind at most <see cref="SiteStatus.MostOfEach"/>.</summary>
/// <param name="OwedSources">Sources with work left to do after a commit.</param>
/// <param name="OwedPages">Pages to be rendered again.</param>
/// <param name="IsRebuilding">Whether a rebuild is under way.</param>
/// <param name="Scheduled">Articles to come, soonest first.</param>
/// <param name="Remarked">Sources that an editor should look at.</param>
public sealed record StatusReport(
    IReadOnlyList<SourcePath> OwedSources,
    IReadOnlyList<PageKey> OwedPages,
    bool IsRebuilding,
    IReadOnlyList<ScheduledArticle> Scheduled,
    IReadOnlyList<RemarkedSource> Remarked)
{
    /// <summary>Whether nothing is left to do.</summary>
    public bool IsSettled => OwedSources.Count == 0 && OwedPages.Count == 0 && !IsRebuilding;
}
