namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>A site of a thousand articles, and the usage of each kind of work on it. Measured once.</summary>
/// <param name="Publish">
/// A new article with two topics and a picture, uploaded one after the other, with every refresh that follows.
/// </param>
/// <param name="Minute">The timer of each minute, with nothing due.</param>
/// <param name="Reconcile">A reconcile of the sources, with nothing out of step.</param>
/// <param name="Sweep">The sweep of each night, with nothing to mend.</param>
/// <param name="ViewBytes">
/// What a visitor loads with the article: its page, the style, and the picture in its largest copy; to 10 KB.
/// </param>
/// <param name="ArticleBytes">
/// What the article and its picture take up in both accounts: sources, accepted copies, pages, copies of the picture;
/// to 100 KB.
/// </param>
internal sealed record MeasuredSite(
    Usage Publish, Usage Minute, Usage Reconcile, Usage Sweep, long ViewBytes, long ArticleBytes)
{
    public const int Articles = 1_000;

    private static readonly Lazy<Task<MeasuredSite>> LazySite = new(() => new Measurement().RunAsync());

    public static Task<MeasuredSite> GetAsync() => LazySite.Value;
}
