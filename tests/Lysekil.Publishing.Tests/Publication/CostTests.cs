using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// The storage calls of a publish (R5): bounded, and as many in a large index as in a small one. A higher number here
/// is a higher bill: it needs a reason.
/// </summary>
public class CostTests : CountedSite
{
    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public async Task The_storage_calls_of_a_first_publish(int others)
    {
        await FillAsync(others);

        var calls = await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));

        // Read: the source's record and outbox entry, the claims on its URL, the candidates for a rename by text and
        // by title. The accepted source is written. After the commit, the source is read again, and the settings and
        // both neighbours once for the page and the affected listings. The neighbours and the lists of the newest are
        // marked stale in a commit of their own, so that their messages are sent while the outbox entry stands. One
        // message, which is held back, names all other pages.
        Assert.Equal(
            "Commit archive 4, Find $web 1, Find archive 5, Find content 1, Open content 1, Query archive 5, "
            + "Send content-events 1, Tag content 1, Write $web 1, Write accepted 1",
            calls);
    }

    /// <summary>
    /// The trips: the source, its record and its outbox entry; the claims on its URL and the candidates for a rename;
    /// the accepted source; the commit; the page; the settings, the claims and the neighbours; the write of the page.
    /// </summary>
    [Fact]
    public async Task An_article_is_live_after_seven_round_trips_and_all_that_shows_it_after_twenty_more()
    {
        await FillAsync(25);
        var trips = new RoundTrips();
        var engine = new PublishingEngine(
            Site.Storage.Through(trips),
            Clock,
            NullLoggerFactory.Instance,
            new PublishingOptions { Rest = TimeSpan.Zero });
        trips.Run(() => engine.Status.ReadAsync(default)); // A running process knows the site.
        Site.Storage.Content.Put("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));
        trips.Run(() => engine.PageRefreshes.HandleAsync(
            new(new PageRefreshMessage(PageKey.Front).Write(), 2), default));
        var before = trips.Made;

        trips.Run(() => engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new("artiklar/2026-05-01-kajen.md")), 1), default));

        var live = trips.Calls.Single(c =>
            c.Call is { Service: "$web", Operation: StorageOperation.Write, Key: "2026/05/kajen/index.html" });
        Assert.Equal(7, live.Trip - before);

        // Two more delete the page's stale row and the outbox entry. The message that is held back is sent by then.
        var done = trips.Calls.Last(c =>
            c.Call.Operation == StorageOperation.Commit
            && c.Call.Key == IndexKeys.OutboxEntry(new("artiklar/2026-05-01-kajen.md")));
        Assert.Equal(9, done.Trip - before);

        // One message names sixteen pages, and another the rest. For each, and for the pages above a period: the stale
        // rows, the pages, what they show, the writes, the commit. Then the message is withdrawn.
        Assert.Equal(27, trips.Made - before);
    }

    [Fact]
    public async Task The_storage_calls_of_an_upload_of_the_same_bytes()
    {
        await FillAsync(1);
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]"));
        Clock.Advance(TimeSpan.FromMinutes(1));

        // An upload is a version: the publisher validates it, finds it equal to the live version, and records it as
        // seen.
        Assert.Equal(
            "Commit archive 2, Find archive 2, Find content 1, Open content 1, Query archive 1, Tag content 1",
            await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]")));
    }

    /// <summary>
    /// The first change removes the article from both rows of candidates for a rename. The second finds no such row.
    /// </summary>
    [Fact]
    public async Task The_storage_calls_of_a_change()
    {
        await FillAsync(1);
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]"));
        var costs = new List<string>();
        foreach (var text in new[] { "Ett.", "Två." })
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            costs.Add(await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]", text: text)));
        }

        Assert.StartsWith("Commit archive 4, Find $web 1, Find archive 4, ", costs[0], StringComparison.Ordinal);
        Assert.StartsWith("Commit archive 4, Find $web 1, Find archive 2, ", costs[1], StringComparison.Ordinal);
    }

    /// <summary>
    /// Read: the source's record and outbox entry, the claims on its URL, the candidates for a rename by the text and
    /// by the title, and the record of the source that was renamed.
    /// </summary>
    [Fact]
    public async Task The_storage_calls_of_a_rename()
    {
        await FillAsync(1);
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        Site.Delete("artiklar/2026-05-01-kajen.md");
        await Site.SettleAsync();

        Assert.StartsWith(
            "Commit archive 4, Find $web 1, Find archive 6, Find content 1, Open content 1, ",
            await PublishAsync("artiklar/2026-05-01-hamnkajen.md", Some.Article("Kajen")),
            StringComparison.Ordinal);
    }

    /// <summary>
    /// More than without links: for each of the two pages its claims, before the commit and after it, its URL ownership
    /// and the row of the link; the URL ownership again with the claims, which tells whether an article is scheduled at
    /// a page that is not there; and one commit for all rows.
    /// </summary>
    [Fact]
    public async Task The_storage_calls_of_a_text_with_links()
    {
        await FillAsync(1);
        const string Text = "Om [kajen](/2026/05/kajen/), [dess historia](/2026/05/kajen/) och [oss](/om/).";

        Assert.StartsWith(
            "Commit archive 5, Find $web 1, Find archive 13, Find content 1, Open content 1, Query archive 8, ",
            await PublishAsync("artiklar/2026-05-01-remissen.md", Some.Article("Remissen", Text)),
            StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromMinutes(1));

        // A change of the text that leaves its links alone reads their claims and URL ownerships once.
        Assert.StartsWith(
            "Commit archive 4, Find $web 1, Find archive 6, Find content 1, Open content 1, Query archive 6, ",
            await PublishAsync("artiklar/2026-05-01-remissen.md", Some.Article("Remissen", Text + " Mer.")),
            StringComparison.Ordinal);
    }

    /// <summary>
    /// The URL ownership, which a first publish reads anyway, tells that one text links to the page: one query finds
    /// it, a second that there is no other, its outbox entry is read and written, and a message sent.
    /// </summary>
    [Fact]
    public async Task The_storage_calls_of_a_page_to_which_a_text_links()
    {
        await FillAsync(25);
        var alone = await PublishAsync("artiklar/2026-05-01-bryggan.md", Some.ArticleWith("tags: [hamn, skola]"));
        await Site.SettleAsync();
        Site.Upload("sidor/om.md", "# Om\n\nOm [kajen](/2026/05/kajen/).\n");
        await Site.SettleAsync();

        var linked = await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));

        Assert.Equal(
            "Commit archive 4, Find $web 1, Find archive 5, Find content 1, Open content 1, Query archive 5, "
            + "Send content-events 1, Tag content 1, Write $web 1, Write accepted 1",
            alone);
        Assert.Equal(
            "Commit archive 5, Find $web 1, Find archive 6, Find content 1, Open content 1, Query archive 7, "
            + "Send content-events 2, Tag content 1, Write $web 1, Write accepted 1",
            linked);
    }

    /// <summary>
    /// The URL ownership, which a first publish reads anyway, notes what is scheduled at the page. An article that goes
    /// before its date reads it to be struck out, as one that was live does.
    /// </summary>
    [Fact]
    public async Task The_storage_calls_of_a_scheduled_article()
    {
        await FillAsync(1);

        Assert.StartsWith(
            "Commit archive 2, Find archive 5, Find content 1, Open content 1, ",
            await PublishAsync("artiklar/2026-06-15-kajen.md", Some.Article("Kajen")),
            StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.StartsWith(
            "Commit archive 2, Find archive 5, Find content 1, Open content 1, ",
            await PublishAsync("artiklar/2026-06-15-kajen.md", Some.ArticleWith("draft: true")),
            StringComparison.Ordinal);
    }

    /// <summary>Whether texts link to a part of the page takes a query where its parts have other names.</summary>
    [Fact]
    public async Task The_storage_calls_of_other_headings()
    {
        await FillAsync(1);
        var costs = new List<string>();
        foreach (var text in new[] { "## Ett\n\nText.", "## Ett\n\nMer.", "## Två\n\nMer." })
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            costs.Add(await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen", "A.\n\n" + text)));
        }

        Assert.All(costs[..2], c => Assert.Contains("Query archive 4,", c, StringComparison.Ordinal));
        Assert.Contains("Query archive 5,", costs[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_storage_calls_of_a_repeated_event()
    {
        await PublishAsync("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        Trace.Clear();

        await Site.Engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new("artiklar/2026-05-01-kajen.md")), 1), default);

        // The source and its record, and its outbox entry before and after.
        Assert.Equal("Find archive 3, Open content 1", Calls());
    }

    /// <summary>
    /// The rows of an author come with the article's commit, and the author's pages are marked with the other listings:
    /// a person's name costs a publish nothing.
    /// </summary>
    [Fact]
    public async Task The_storage_calls_of_an_article_by_a_person()
    {
        await FillAsync(25);
        var without = await PublishAsync("artiklar/2026-05-01-bryggan.md", Some.ArticleWith("tags: [hamn]"));
        await Site.SettleAsync();

        Assert.Equal(
            without,
            await PublishAsync("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [hamn]\nauthor: Eva Ek")));
    }

    /// <summary>
    /// Twenty-five articles are newer, ten of them of its topics: the article is in no list of the newest. The
    /// publisher needs one query to know it, and one for each topic.
    /// </summary>
    [Fact]
    public async Task The_storage_calls_of_a_change_of_an_old_article()
    {
        await FillAsync(25);
        var first = await PublishAsync("artiklar/2009-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]"));
        await Site.SettleAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));

        var change = await PublishAsync(
            "artiklar/2009-05-01-kajen.md", Some.ArticleWith("tags: [hamn, skola]", text: "Två."));

        Assert.StartsWith(
            "Commit archive 4, Find $web 1, Find archive 5, Find content 1, Open content 1, Query archive 8, ",
            first,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Commit archive 3, Find $web 1, Find archive 4, Find content 1, Open content 1, Query archive 7, ",
            change,
            StringComparison.Ordinal);
        Assert.Equal(
            [
                "sitemap-2009-05.xml", "nyhetsarkiv/2009/05/index.html", "amnen/hamn/2009/index.html",
                "amnen/skola/2009/index.html", "sok/2009-05.json",
            ],
            PageRefreshMessage.Read(Trace.Calls.Single(c => c.Operation == StorageOperation.Send).Key)!.Pages
                .Select(page => $"{page}"));
    }
}
