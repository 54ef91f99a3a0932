using System.Text.Json;
using System.Xml.Linq;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Refreshing;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>WebSub: a site that has a hub says so in its feeds, and tells the hub when they change.</summary>
public class HubTests
{
    private const string Settings = "baseUrl: https://www.exempel.se\nhub: https://nav.exempel.se/\n";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] Feeds = ["https://www.exempel.se/atom.xml", "https://www.exempel.se/feed.json", "https://www.exempel.se/rss.xml"];

    private readonly RememberingHub _hub = new();
    private readonly SimulatedSite _site;

    public HubTests() => _site = new SimulatedSite(Some.Clock(), hub: _hub);

    [Fact]
    public async Task Feeds_name_the_hub_and_themselves()
    {
        await PublishAsync(Settings);

        foreach (var (feed, name) in new[] { ("rss.xml", "link"), ("atom.xml", "link") })
        {
            var links = XDocument.Parse(_site.Pages[feed]).Descendants(Atom + name).Where(l => l.Ancestors(Atom + "entry").FirstOrDefault() is null)
                .ToDictionary(l => l.Attribute("rel")!.Value, l => l.Attribute("href")!.Value);
            Assert.Equal("https://nav.exempel.se/", links["hub"]);
            Assert.Equal("https://www.exempel.se/" + feed, links["self"]);
        }

        using var json = JsonDocument.Parse(_site.Pages["feed.json"]);
        Assert.Equal("""[{"type":"WebSub","url":"https://nav.exempel.se/"}]""", JsonSerializer.Serialize(json.RootElement.GetProperty("hubs")));
        Assert.Equal("https://www.exempel.se/feed.json", json.RootElement.GetProperty("feed_url").GetString());
    }

    [Fact]
    public async Task The_hub_is_told_of_each_feed_that_changes_and_of_nothing_else()
    {
        await PublishAsync(Settings);
        _hub.Told.Clear();

        _site.Upload("artiklar/2026-05-02-b.md", Some.Article("B"));
        await _site.SettleAsync();
        Assert.Equal(Feeds.Select(f => ("https://nav.exempel.se/", f)), _hub.Told.Order());

        _hub.Told.Clear();
        _site.Upload("artiklar/2026-05-02-b.md", Some.Article("B"));
        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();
        Assert.Empty(_hub.Told);
    }

    [Fact]
    public async Task A_second_try_tells_it_also_where_the_feed_is_what_it_was()
    {
        await PublishAsync(Settings);
        _hub.Told.Clear();

        await RefreshAsync(_site.Engine, PageKey.Rss, attempt: 1);
        await RefreshAsync(_site.Engine, PageKey.Front, attempt: 2);
        Assert.Empty(_hub.Told);

        Assert.Equal(RefreshResult.Unchanged, await RefreshAsync(_site.Engine, PageKey.Rss, attempt: 2));
        Assert.Equal([("https://nav.exempel.se/", "https://www.exempel.se/rss.xml")], _hub.Told);
    }

    /// <summary>In a burst many put it off, and the hub would be told of each.</summary>
    [Fact]
    public async Task Who_goes_on_with_a_feed_that_was_put_off_tells_it_only_of_what_changed()
    {
        await PublishAsync(Settings);
        _hub.Told.Clear();

        await _site.Engine.PageRefreshes.HandleAsync(new((new PageRefreshMessage(PageKey.Rss) { Force = true }).Write(), 1), default);

        Assert.Empty(_hub.Told);
    }

    [Fact]
    public async Task A_site_without_a_hub_tells_nobody()
    {
        await PublishAsync("baseUrl: https://www.exempel.se\n");

        await RefreshAsync(_site.Engine, PageKey.Rss, attempt: 2);

        Assert.Empty(_hub.Told);
        Assert.DoesNotContain("hub", _site.Pages["rss.xml"] + _site.Pages["atom.xml"] + _site.Pages["feed.json"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_that_cannot_be_told_holds_up_nothing_and_operators_read_of_it()
    {
        await PublishAsync(Settings);
        using var logs = new RememberingLogs();
        _hub.Fault = new HttpRequestException("Navet svarar inte.");
        _site.Storage.Web.Delete("rss.xml");

        Assert.Equal(
            RefreshResult.Written,
            await RefreshAsync(new PublishingEngine(_site.Storage.Site, Some.Clock(), logs, hub: _hub), PageKey.Rss, attempt: 2));

        Assert.Contains("rss.xml", _site.Pages.Keys);
        Assert.Equal([(LogLevel.Warning, "The hub https://nav.exempel.se/ was not told of rss.xml", "Navet svarar inte.")], logs.Lines);
    }

    [Fact]
    public async Task Who_is_shut_down_meanwhile_tells_on_the_next_try()
    {
        await PublishAsync(Settings);
        using var shutdown = new CancellationTokenSource();
        _hub.BeforeTelling = shutdown.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RefreshAsync(_site.Engine, PageKey.Rss, attempt: 2, shutdown.Token));
    }

    private async Task PublishAsync(string settings)
    {
        _site.Upload("site.yaml", settings);
        _site.Upload("artiklar/2026-05-01-a.md", Some.Article("A"));
        await _site.SettleAsync();
    }

    private static async Task<RefreshResult> RefreshAsync(PublishingEngine engine, PageKey page, int attempt, CancellationToken cancellation = default) =>
        Assert.Single(await engine.PageRefreshes.HandleAsync(new(new PageRefreshMessage(page).Write(), attempt), cancellation)).Result;

    private sealed class RememberingHub : IHub
    {
        public List<(string Hub, string Feed)> Told { get; } = [];

        public Exception? Fault { get; set; }

        public Action BeforeTelling { get; set; } = () => { };

        public Task TellAsync(Uri hub, Uri feed, CancellationToken cancellation)
        {
            BeforeTelling();
            cancellation.ThrowIfCancellationRequested();
            Told.Add((hub.AbsoluteUri, feed.AbsoluteUri));
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        }
    }

    private sealed class RememberingLogs : ILoggerFactory, ILogger
    {
        public List<(LogLevel Level, string Text, string? Fault)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception), exception?.Message));

        public void Dispose()
        {
        }
    }
}
