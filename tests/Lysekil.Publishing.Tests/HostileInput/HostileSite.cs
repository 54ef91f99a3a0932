using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>A site under attack. Each call of a function is measured; an exception from one fails the test.</summary>
internal sealed class HostileSite
{
    private readonly SimulatedSite _site = new(Some.Clock());
    private int _others;

    /// <summary>Compiles the code, so that the effort is only that of the input.</summary>
    static HostileSite()
    {
        var first = new HostileSite();
        first.Upload(
            "artiklar/2026-05-01-hel.md",
            Some.ArticleWith("tags: [Skola]", text: "En *text* med [länk](/om/) och <b>HTML</b>."));
        first.Upload("artiklar/2026-05-01-trasig.md", "---\ntitle: [");
        first.Upload("tema/card.liquid", "{% for i in (1..3) %}{{ card.title }}{% endfor %}");
    }

    public IReadOnlyDictionary<string, string> Pages => _site.Pages;

    public string Told => _site.Told;

    /// <summary>Publishes a file, asserts that the effort was bounded, and returns the outcome.</summary>
    public PublishOutcome Upload(string path, string text) => Upload(path, Encoding.UTF8.GetBytes(text));

    public PublishOutcome Upload(string path, ReadOnlySpan<byte> content)
    {
        _site.Storage.Content.Put(path, content);
        return Assert.Single(Send(ContentEvent.Publish(new SourcePath(path))));
    }

    /// <summary>Sends a message as it is, and handles what follows.</summary>
    public IReadOnlyList<PublishOutcome> Send(string message)
    {
        IReadOnlyList<PublishOutcome> outcomes = [];
        Effort.Of(() => outcomes = Done(_site.Engine.ContentEvents.HandleAsync(new(message, 1), default)))
            .AssertBounded("Publishing");
        RefreshAll();
        return outcomes;
    }

    /// <summary>Sends a message to the refreshes, as it is.</summary>
    public void SendRefresh(string message) =>
        Effort.Of(() => Done(_site.Engine.PageRefreshes.HandleAsync(new(message, 1), default)))
            .AssertBounded("Refreshing");

    /// <summary>Publishes a file that is refused, and asserts that its editor gets the reason and a remedy.</summary>
    public Diagnostic Refused(string path, ReadOnlySpan<byte> content, string reason)
    {
        var outcome = Upload(path, content);
        Assert.Equal(PublishChange.Refused, outcome.Change);
        var refusal = outcome.Diagnostics.First(r => r.Severity == Severity.Refusal);
        Assert.Equal(reason, refusal.Code);
        Assert.Equal(
            ("refused", reason),
            (_site.Storage.Content.Blobs[path].Tags["state"], _site.Storage.Content.Blobs[path].Tags["reason"]));
        Assert.NotEmpty(refusal.Remedy);
        Assert.Contains(refusal.Message, Told, StringComparison.Ordinal);
        AssertGoesOn();
        return refusal;
    }

    public Diagnostic Refused(string path, string text, string reason) =>
        Refused(path, Encoding.UTF8.GetBytes(text), reason);

    /// <summary>Publishes a file that is odd but harmless, and returns its page.</summary>
    public string Published(string path, ReadOnlySpan<byte> content)
    {
        var outcome = Upload(path, content);
        Assert.True(outcome.Change == PublishChange.Published, string.Join('\n', outcome.Diagnostics));
        AssertGoesOn();
        return Pages[outcome.Page!.Value];
    }

    public string Published(string path, string text) => Published(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Another article is published as usual, and nothing is left to do or has failed.</summary>
    public void AssertGoesOn()
    {
        var next = $"efterat-{++_others}";
        var outcome = Upload($"artiklar/2026-05-03-{next}.md", Some.Article("Efteråt"));
        Assert.Equal(PublishChange.Published, outcome.Change);
        Assert.Contains($"2026/05/{next}/index.html", Pages.Keys);
        Assert.Contains("Efteråt", Pages["index.html"], StringComparison.Ordinal);
        Assert.True(Done(_site.Engine.Status.ReadAsync(default)).IsSettled);
        Assert.Empty(_site.Storage.ContentEvents.Messages);
    }

    private void RefreshAll()
    {
        while (_site.Storage.PageRefreshes.TryReceive(TimeSpan.FromMinutes(1)) is { } wanted)
        {
            Effort.Of(() => Done(_site.Engine.PageRefreshes.HandleAsync(new(wanted.Text, 1), default)))
                .AssertBounded(wanted.Text);
            _site.Storage.PageRefreshes.Delete(wanted);
        }
    }

    /// <summary>Simulated storage answers synchronously, so that all work is done on the measured thread.</summary>
    private static T Done<T>(Task<T> task)
    {
        Assert.True(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }
}
