using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>A site whose storage calls are counted, for tests of what a publish and a refresh cost.</summary>
public abstract class CountedSite
{
    private protected CountedSite() => Site = new SimulatedSite(Clock, Trace);

    private protected FakeTimeProvider Clock { get; } = Some.Clock();

    private protected StorageTrace Trace { get; } = new();

    private protected SimulatedSite Site { get; }

    /// <summary>The outcomes of the last publish.</summary>
    private protected IReadOnlyList<PublishOutcome> Outcomes { get; private set; } = [];

    /// <summary>The number of calls of the last publish, without those of the pages that follow it.</summary>
    private protected int PublishCalls { get; private set; }

    private protected async Task FillAsync(int articles)
    {
        await Site.Engine.Rebuilder.StartAsync(default);
        for (var i = 0; i < articles; i++)
        {
            Site.Upload(
                $"artiklar/20{10 + (i % 16)}-05-{1 + (i % 28):00}-nr-{i}.md",
                Some.ArticleWith("tags: [hamn, skola]", $"Nummer {i}"));
        }

        await Site.SettleAsync();
    }

    /// <returns>The calls of the publish, without those of the pages that follow it.</returns>
    private protected async Task<string> PublishAsync(string path, string text)
    {
        Site.Storage.Content.Put(path, text);
        Trace.Clear();
        Outcomes = await Site.Engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default);
        var calls = Trace.Calls.ToList();
        var last = calls.FindLastIndex(
            c => c.Operation == StorageOperation.Commit && c.Key == IndexKeys.OutboxEntry(new(path)));
        PublishCalls = last < 0 ? calls.Count : last + 1;
        return Calls(calls.Take(PublishCalls));
    }

    private protected Task<IReadOnlyList<RefreshOutcome>> RefreshAsync(string page) =>
        Site.Engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(PageKey.Parse(page)!).Write(), 1), default);

    private protected string Calls() => Calls(Trace.Calls);

    private protected static string Calls(IEnumerable<StorageCall> calls) => string.Join(
        ", ",
        calls.GroupBy(c => $"{c.Operation} {c.Service}")
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key} {g.Count()}"));
}
