using Lysekil.Publishing.Index;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Sources;
using Lysekil.Publishing.Messaging;

namespace Lysekil.Publishing.Failures;

/// <summary>What a message asks for.</summary>
public abstract record WorkItem
{
    private WorkItem() { }

    /// <summary>The row that tells that it failed.</summary>
    internal abstract string FailureKey { get; }

    /// <summary>For people: a source's path, or a page's.</summary>
    public abstract override string ToString();

    /// <summary>What a message of the queue <c>content-events</c> asks for; <c>null</c> where it is no event.</summary>
    public static IReadOnlyList<WorkItem>? OfContentEvent(string message) =>
        ContentEvent.Read(message) is { } calls
            ? [.. calls.Select(c => c.Path).Where(p => p.Kind != SourceKind.Ignored).Distinct().Select(p => new Publishing(p))]
            : null;

    /// <summary>
    /// What a message of the queue <c>page-refreshes</c> asks for; <c>null</c> where it is no request. Whoever refreshes a page may
    /// die over those that it calls.
    /// </summary>
    public static IReadOnlyList<WorkItem>? OfPageRefresh(string message) => PageRefreshMessage.Read(message) switch
    {
        null => null,
        { IsRebuild: true } => [new Rebuilding()],
        var request => [.. request.Pages.Concat(request.Pages.SelectMany(PageRoute.LaterThan)).Distinct().Select(p => new Refreshing(p))],
    };

    /// <summary>To publish a source.</summary>
    public sealed record Publishing(SourcePath Source) : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "source:" + IndexKeys.Encode(Source.Value);

        public override string ToString() => Source.ToString();
    }

    /// <summary>To refresh a page.</summary>
    public sealed record Refreshing(PageKey Page) : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "page:" + IndexKeys.Encode(Page.Value);

        public override string ToString() => Page.IsDesk ? Page.Value : Page.Url;
    }

    /// <summary>To go on with a rebuild or a sweep.</summary>
    public sealed record Rebuilding : WorkItem
    {
        internal override string FailureKey => IndexKeys.Failures + "rebuild";

        public override string ToString() => "rebuild";
    }
}
