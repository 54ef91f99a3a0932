using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

public class CommitTests
{
    private const string Path = "artiklar/x.md";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public CommitTests() => _site = new SimulatedSite(_clock, _trace);

    [Fact]
    public async Task One_commit_writes_index_rows_and_stale_rows()
    {
        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();
        await PublishOnlyAsync(Path, Some.ArticleWith("date: 2026-05-01\ntags: [hamn]"));

        // The publish, the affected listings, the end of its page's refresh, and the end of its outbox entry; then the
        // ends of the other refreshes.
        var commits = Commits().ToList();
        Assert.All(
            new[]
            {
                "source:", "claim:", "latest:", "dated:", "search:", "file:Text-Published:", "topic:hamn:",
                "stale:page:sok|2026-05.json", "stale:page:2026|05|x", "stale:source:",
            },
            key => Assert.Contains(key, commits[0], StringComparison.Ordinal));
        var listings = Assert.Single(commits[1..3], c => c.Contains(' ', StringComparison.Ordinal));
        Assert.All(
            new[]
            {
                "stale:source:", "stale:page:index.html", "stale:page:rss.xml", "stale:page:amnen|hamn|rss.xml",
                "stale:page:sitemap-nyheter.xml",
            },
            key => Assert.Contains(key, listings, StringComparison.Ordinal));
        Assert.Contains("stale:page:2026|05|x|index.html", commits[1..3]);
        Assert.StartsWith("stale:source:", commits[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_in_step_with_the_index_commits_nothing()
    {
        await PublishAsync(Path, Some.ArticleWith("date: 2026-05-01"));
        _trace.Clear();

        _site.Announce(Path);
        await _site.SettleAsync();

        Assert.Empty(Commits());
    }

    /// <summary>
    /// All rows that one article may change at once: 8 topics, 6 aliases and 6 former URLs become others, in another
    /// year.
    /// </summary>
    [Fact]
    public async Task The_largest_change_fits_and_leaves_the_article_live()
    {
        for (var i = 0; i < 7; i++)
        {
            await PublishAsync(Path, Largest(i, year: 2010 + i));
        }

        _trace.Clear();
        await PublishAsync(Path, Largest(8, year: 2025));

        Assert.Equal(94, Commits().Max(c => c.Split(' ').Length)); // The next test has two more.
        Assert.All(Commits(), c => Assert.InRange(c.Split(' ').Length, 1, ITable.MostChanges));
        Assert.Equal(PublishChange.Updated, _site.Outcomes[^1].Change);
        Assert.Contains("2025/05/adress-8/index.html", _site.Pages.Keys);
        Assert.DoesNotContain("amnen/amne-6-1/index.html", _site.Pages.Keys);
        Assert.Equal("published", _site.Storage.Content.Blobs[Path].Tags["state"]);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    /// <summary>
    /// The same change, of an article that is a candidate for a rename although it has former URLs: the article was
    /// deleted and came back with another text. So both its rows of candidates change too.
    /// </summary>
    [Fact]
    public async Task The_largest_change_fits_one_commit_with_all_outbox_entries_of_other_sources()
    {
        for (var i = 0; i < 7; i++)
        {
            await PublishAsync(Path, Largest(i, year: 2010 + i));
        }

        _site.Delete(Path);
        await _site.SettleAsync();
        await PublishAsync(Path, Largest(7, year: 2017));
        _trace.Clear();
        await PublishAsync(Path, Largest(8, year: 2025));

        Assert.Equal(96, Commits().Max(c => c.Split(' ').Length));
        Assert.Contains("2025/05/adress-8/index.html", _site.Pages.Keys);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    /// <summary>
    /// The same change, of an article that expires, leads the front page and has authors, too; so many topics leave
    /// room for so many authors. Two other articles wait for its page; more would not fit.
    /// </summary>
    [Fact]
    public async Task The_largest_change_with_all_settings_fits_one_commit()
    {
        for (var i = 0; i < 7; i++)
        {
            await PublishAsync(Path, Whole(i, year: 2010 + i));
        }

        foreach (var name in new[] { "y", "z" })
        {
            await PublishAsync($"artiklar/{name}.md", Some.ArticleWith("date: 2016-05-01\nslug: adress-6"));
        }

        _trace.Clear();
        await PublishAsync(Path, Whole(8, year: 2025));

        Assert.Equal(ITable.MostChanges, Commits().Max(c => c.Split(' ').Length));
        Assert.Contains("2025/05/adress-8/index.html", _site.Pages.Keys);
        Assert.Contains("av/eva-ik/index.html", _site.Pages.Keys);
        Assert.Contains("av/per-ik/index.html", _site.Pages.Keys);
        Assert.DoesNotContain("av/eva-gk/index.html", _site.Pages.Keys);
        Assert.Equal("published", _site.Storage.Content.Blobs["artiklar/y.md"].Tags["state"]);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);

        static string Whole(int i, int year) => Largest(i, year, topics: 7).Replace(
            "okänd: nyckel",
            $"okänd: nyckel\nauthor: Eva {(char)('A' + i)}k och Per {(char)('A' + i)}k\n"
                + $"expires: {2030 + i}-01-01\npin: {i + 1}",
            StringComparison.Ordinal);
    }

    /// <summary>
    /// A rename takes the other source's record too, and all its former URLs. A copy without a date moves to another
    /// year.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_largest_rename_fits(bool isCopiedFirst)
    {
        for (var i = 0; i < 8; i++)
        {
            await PublishAsync(Path, Largest(i, year: 2010 + i));
        }

        var text = Largest(7, year: 2017).Replace("date: 2017-05-01\nslug: adress-7\n", "", StringComparison.Ordinal);
        await PublishAsync(Path, text);
        _clock.Advance(TimeSpan.FromDays(400));
        _trace.Clear();
        if (isCopiedFirst)
        {
            await PublishAsync("artiklar/y.md", text);
        }

        _site.Delete(Path);
        await PublishAsync("artiklar/y.md", text);

        var rename = Commits()
            .Single(c => c.Split(' ').Count(k => k.StartsWith("source:", StringComparison.Ordinal)) == 2);
        Assert.Equal(isCopiedFirst ? 84 : 59, rename.Split(' ').Length);
        Assert.All(
            ["2026/05/x/index.html", "2015/05/adress-5/index.html"],
            page => Assert.Contains(
                "0; url=http://localhost:4280/2026/05/y/", _site.Pages[page], StringComparison.Ordinal));
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    private static string Largest(int i, int year, int topics = 8) => Some.ArticleWith(
        $"date: {year}-05-01\nslug: adress-{i}\n"
        + $"tags: [{string.Join(", ", Enumerable.Range(0, topics).Select(n => $"Ämne {i} {n}"))}]\n"
        + $"aliases: [{string.Join(", ", Enumerable.Range(0, 6).Select(n => $"/alias/{i}/{n}/"))}]\n"
        + "okänd: nyckel",
        $"Rubriken {i}");

    private IEnumerable<string> Commits() =>
        _trace.Calls
            .Where(c => c is { Operation: StorageOperation.Commit, Service: StorageNames.IndexTable })
            .Select(c => c.Key);

    /// <summary>Publishes a version newer than the one before, so that rows in the order of change move.</summary>
    private Task PublishAsync(string path, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, text);
        return _site.SettleAsync();
    }

    private async Task PublishOnlyAsync(string path, string text)
    {
        _site.Storage.Content.Put(path, text);
        _trace.Clear();
        await _site.Engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default);
    }
}
