using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>R1, R2: An editor or another instance acts between two storage calls of a publish or a refresh.</summary>
public class LookBackTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";

    private readonly Interruption _gate = new();
    private readonly SimulatedSite _site;

    public LookBackTests() => _site = new SimulatedSite(Some.Clock(), _gate);

    [Fact]
    public async Task A_source_that_is_deleted_between_reading_and_commit_is_not_live()
    {
        _site.Upload(Path, Some.Article("Kajen"));
        _gate.Before(StorageOperation.Commit, () => _site.Storage.Content.Delete(Path));

        await _site.SettleAsync();

        Assert.DoesNotContain(Page, _site.Pages.Keys);
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("latest:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_that_is_replaced_between_reading_and_commit_is_live_as_it_is_now()
    {
        _site.Upload(Path, Some.Article("Kajen"));
        _gate.Before(StorageOperation.Commit, () => _site.Storage.Content.Put(Path, Some.Article("Bryggan")));

        await _site.SettleAsync();

        Assert.Contains("<h1>Bryggan</h1>", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Single(_site.Storage.Index.Rows, r => r.Key.StartsWith("latest:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_publisher_that_loses_the_race_starts_again()
    {
        _site.Upload(Path, Some.Article("Kajen"));
        _gate.Before(StorageOperation.Commit, () => _site.PublishElsewhere(Path));

        await _site.SettleAsync();

        Assert.Contains("<h1>Kajen</h1>", _site.Pages[Page], StringComparison.Ordinal);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task Two_neighbours_that_are_published_at_once_link_to_each_other()
    {
        _site.Upload(Path, Some.Article("Kajen"));
        _site.Storage.Content.Put("artiklar/2026-05-02-bryggan.md", Some.Article("Bryggan"));
        _gate.Before(StorageOperation.Commit, () => _site.PublishElsewhere("artiklar/2026-05-02-bryggan.md"));

        await _site.SettleAsync();

        Assert.Contains("rel=\"next\">Bryggan", _site.Pages[Page], StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\">Kajen", _site.Pages["2026/05/bryggan/index.html"], StringComparison.Ordinal);
    }

    /// <summary>
    /// Before each of a publish's table calls, the other of the two is published by another instance: the text that
    /// links, and the page to which it links.
    /// </summary>
    [Theory]
    [MemberData(nameof(TableCalls))]
    public async Task A_text_and_the_page_to_which_it_links_that_are_published_at_once_know_of_each_other(
        StorageOperation operation, int number, bool isTextFirst)
    {
        const string Text = "artiklar/2026-05-02-bryggan.md";
        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();
        var (first, second) = isTextFirst ? (Text, Path) : (Path, Text);
        _site.Storage.Content.Put(Path, Some.Article("Kajen"));
        _site.Storage.Content.Put(Text, Some.Article("Bryggan", "Läs om [kajen](/2026/05/kajen/)."));
        _site.Announce(first);
        var calls = 0;
        _gate.Before(
            operation,
            () => _site.PublishElsewhere(second),
            call => call.Service == StorageNames.IndexTable && ++calls == number);

        await _site.SettleAsync();

        var status = await _site.Engine.Status.ReadAsync(default);
        Assert.Empty(status.Diagnosed);
        Assert.True(status.IsSettled);
        Assert.Contains(_site.Storage.Index.Rows, r => r.Key.StartsWith("link:", StringComparison.Ordinal));
    }

    public static TheoryData<StorageOperation, int, bool> TableCalls
    {
        get
        {
            var calls = new TheoryData<StorageOperation, int, bool>();
            foreach (var operation in new[] { StorageOperation.Find, StorageOperation.Query, StorageOperation.Commit })
            {
                for (var number = 1; number <= 4; number++)
                {
                    calls.Add(operation, number, true);
                    calls.Add(operation, number, false);
                }
            }

            return calls;
        }
    }

    [Fact]
    public async Task A_refresher_that_loses_the_race_renders_again()
    {
        _site.Upload(Path, Some.Article("Kajen"));
        _gate.Before(
            StorageOperation.Write,
            () =>
            {
                _site.Storage.Content.Put(Path, Some.Article("Bryggan"));
                _site.PublishElsewhere(Path);
            },
            call => call.Service == StorageNames.Web && call.Key == Page);

        await _site.SettleAsync();

        Assert.Contains("<h1>Bryggan</h1>", _site.Pages[Page], StringComparison.Ordinal);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    [Fact]
    public async Task A_refresher_does_not_overwrite_a_page_that_another_instance_wrote_meanwhile()
    {
        _site.Upload(Path, Some.Article("Kajen"));
        _gate.Before(
            StorageOperation.Write,
            () =>
            {
                _site.Storage.Content.Put(Path, Some.Article("Bryggan"));
                _site.PublishElsewhere(Path);
            },
            call => call.Service == StorageNames.Web && call.Key == "index.html");

        await _site.SettleAsync();

        Assert.Contains("Bryggan", _site.Pages["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("Kajen", _site.Pages["index.html"], StringComparison.Ordinal);
    }

    /// <summary>
    /// Seed 98395304: a topic's page was rendered while a new article of it was in the index. The article was deleted
    /// before its year was summed up, so that no summary ever changed.
    /// </summary>
    [Fact]
    public async Task A_topic_s_page_does_not_keep_an_article_that_was_there_for_a_moment()
    {
        const string Other = "artiklar/2025-05-01-bryggan.md";
        const string Topic = "amnen/hamn/index.html";
        _site.Upload(Other, Some.ArticleWith("tags: [hamn]"));
        await _site.SettleAsync();
        _site.Upload(Path, Some.ArticleWith("tags: [hamn]"));
        _gate.Before(
            StorageOperation.Write,
            () =>
            {
                RefreshElsewhere(Topic);
                Assert.Contains("/2026/05/kajen/", _site.Pages[Topic], StringComparison.Ordinal);
                _site.Storage.Content.Delete(Path);
                _site.PublishElsewhere(Path);
            },
            call => call.Service == StorageNames.Web && call.Key == "amnen/hamn/2026/index.html");

        await _site.SettleAsync();

        Assert.DoesNotContain("/2026/05/kajen/", _site.Pages[Topic], StringComparison.Ordinal);
        Assert.Contains("/2025/05/bryggan/", _site.Pages[Topic], StringComparison.Ordinal);
    }

    private void RefreshElsewhere(string page) =>
        _site.Elsewhere().PageRefreshes.HandleAsync(new(new PageRefreshMessage(PageKey.Parse(page)!).Write(), 2), default)
            .GetAwaiter().GetResult();
}
