using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Repair.Reconciliation;

/// <summary>
/// After a part of the storage was lost or taken back to an earlier state, the timers alone bring the site to where a
/// new site with the same files ends. No page goes away meanwhile that belongs there.
/// </summary>
public class RestoreTests
{
    private const string Kajen = "artiklar/2026-04-01-kajen.md";
    private const string Bryggan = "artiklar/2026-04-02-bryggan.md";
    private const string Torget = "artiklar/2026-04-03-torget.md";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly StorageTrace _trace = new();
    private SimulatedSite _site;

    public RestoreTests() => _site = new SimulatedSite(_clock, _trace);

    public enum Part
    {
        Index, Site, HalfOfTheSite, Accepted, HalfOfAccepted, IndexAndAccepted, AllButTheFiles,
    }

    /// <summary>When a restore ends, either timer may fire first, in the old processes or in new ones.</summary>
    public static TheoryData<bool, bool> Recoveries => new()
    {
        { false, false }, { false, true }, { true, false }, { true, true },
    };

    public static TheoryData<Part, bool, bool> Losses
    {
        get
        {
            var losses = new TheoryData<Part, bool, bool>();
            foreach (var part in Enum.GetValues<Part>())
            {
                foreach (var recovery in Recoveries)
                {
                    losses.Add(part, (bool)recovery[0], (bool)recovery[1]);
                }
            }

            return losses;
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task What_is_lost_is_made_again_from_the_files(Part part, bool isRestarted, bool pagesFirst)
    {
        await BeginAsync(_site);
        var before = _site.Pages.ToDictionary();

        await LoseAsync(part);
        await RecoverAsync(isRestarted, pagesFirst);

        await AssertIsAsync(before);
    }

    /// <summary>
    /// As a point-in-time restore leaves it: changed files are old again, new ones gone, deleted ones back.
    /// </summary>
    [Theory]
    [MemberData(nameof(Recoveries))]
    public async Task Files_of_an_earlier_moment_are_what_the_site_shows(bool isRestarted, bool pagesFirst)
    {
        await BeginAsync(_site);
        var before = _site.Pages.ToDictionary();
        var files = _site.Storage.Content.Blobs.Values.ToList();
        _site.Upload("site.yaml", "title: En annan kommun\nbaseUrl: https://annan.example\n");
        Change(_site);
        await ReconcileAsync(_site, pagesFirst: false); // The style sheet of the earlier settings goes, too.

        _site.Storage.Content.Delete(Torget);
        files.ForEach(file => _site.Storage.Content.Put(file.Properties.Name, file.Content.Span));
        await RecoverAsync(isRestarted, pagesFirst);

        // As after any correction, the article tells when it was changed last: not all bytes are those of before.
        Assert.Equal(before.Keys.Order(), _site.Pages.Keys.Order());
        Assert.Contains("<h1>Kajen</h1>", _site.Pages["2026/04/kajen/index.html"], StringComparison.Ordinal);
        Assert.All(_site.Pages, page => Assert.DoesNotContain("annan.example", page.Value, StringComparison.Ordinal));
        await AssertIsAsync(_site.Pages.ToDictionary());
    }

    [Theory]
    [MemberData(nameof(Recoveries))]
    public async Task What_waited_in_lost_queues_is_done(bool isRestarted, bool pagesFirst)
    {
        await BeginAsync(_site);
        Change(_site);
        var other = new SimulatedSite(_clock);
        other.Storage.CopyFrom(_site.Storage);
        new[] { Kajen, Torget, Bryggan }.ToList().ForEach(other.Announce);
        await other.SettleAsync();

        await _site.Engine.ContentEvents.HandleAsync(new(_site.Storage.ContentEvents.Messages[0].Text, 1), default);
        _site.Storage.ContentEvents.Lose();
        _site.Storage.PageRefreshes.Lose();
        await RecoverAsync(isRestarted, pagesFirst);

        await AssertIsAsync(other.Pages.ToDictionary());
    }

    /// <summary>The other site's files are not there, and so its pages go.</summary>
    [Theory]
    [MemberData(nameof(Recoveries))]
    public async Task Another_site_in_the_same_containers_leaves_no_page_behind(bool isRestarted, bool pagesFirst)
    {
        await BeginAsync(_site);
        var before = _site.Pages.ToDictionary();
        var other = new SimulatedSite(_clock);
        other.Upload("site.yaml", "title: En annan kommun\nbaseUrl: https://annan.example\n");
        other.Upload("sidor/kontakt.md", "# Kontakt\n\nText.\n");
        other.Upload("artiklar/2025-01-01-broar.md", Some.ArticleWith("tags: [Broar]", "Broar"));
        await other.SettleAsync();
        await ReconcileAsync(other, pagesFirst: false);

        other.Storage.Web.Blobs.Values.ToList().ForEach(_site.Storage.Web.Restore);
        other.Storage.Accepted.Blobs.Values.ToList().ForEach(_site.Storage.Accepted.Restore);
        await RecoverAsync(isRestarted, pagesFirst);

        await AssertIsAsync(before);
    }

    private async Task BeginAsync(SimulatedSite site)
    {
        site.Upload("site.yaml", "title: Provkommunen\nbaseUrl: https://prov.example\ncolours:\n  accent: '#00557f'\n");
        site.Upload("sidor/om.md", "# Om oss\n\nText.\n");
        site.Upload("bilder/kajen.png", SamplePicture.Png(600, 400));
        site.Upload(Kajen, Some.ArticleWith("tags: [Hamnen]", "Kajen", "![Kajen](/bilder/kajen.png)"));
        site.Upload(Bryggan, Some.ArticleWith("tags: [Hamnen, Broar]", "Bryggan"));
        site.Upload("artiklar/2025-12-24-jul.md", Some.Article("Jul"));
        site.Upload("artiklar/2025-12-25-juldagen.md", "---\ntags: [Hamnen]\ndate: i går\n---\n# Trasig\n");
        await site.SettleAsync();
        await ReconcileAsync(site, pagesFirst: false);
    }

    private static void Change(SimulatedSite site)
    {
        site.Upload(Kajen, Some.ArticleWith("tags: [Hamnen]", "Kajen byggs om"));
        site.Upload(Torget, Some.Article("Torget"));
        site.Delete(Bryggan);
    }

    private async Task LoseAsync(Part part)
    {
        var storage = _site.Storage;
        if (part is Part.Index or Part.IndexAndAccepted or Part.AllButTheFiles)
        {
            foreach (var row in storage.Index.Rows)
            {
                await storage.Index.CommitAsync([new RowChange.Delete(row.Key, row.ETag)], default);
            }
        }

        if (part is Part.Accepted or Part.HalfOfAccepted or Part.IndexAndAccepted or Part.AllButTheFiles)
        {
            Lose(storage.Accepted, each: part is Part.HalfOfAccepted ? 2 : 1);
        }

        if (part is Part.Site or Part.HalfOfTheSite or Part.AllButTheFiles)
        {
            Lose(storage.Web, each: part is Part.HalfOfTheSite ? 2 : 1);
        }
    }

    private static void Lose(SimulatedBlobContainer container, int each)
    {
        foreach (var name in container.Blobs.Keys.Where((_, i) => i % each == 0).ToList())
        {
            container.Delete(name);
        }
    }

    /// <summary>Both timers, some hours long.</summary>
    private async Task RecoverAsync(bool isRestarted, bool pagesFirst)
    {
        _trace.Clear();
        if (isRestarted)
        {
            var restarted = new SimulatedSite(_clock, _trace);
            restarted.Storage.CopyFrom(_site.Storage);
            _site = restarted;
        }

        await ReconcileAsync(_site, pagesFirst);
    }

    private async Task ReconcileAsync(SimulatedSite site, bool pagesFirst)
    {
        for (var hour = 0; hour < 4; hour++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            if (pagesFirst)
            {
                await site.Engine.Reconciler.ReconcilePagesAsync(default);
                await HandleAsync(site);
            }

            await site.Engine.Reconciler.ReconcileSourcesAsync(default);
            await HandleAsync(site);
            if (!pagesFirst)
            {
                await site.Engine.Reconciler.ReconcilePagesAsync(default);
                await HandleAsync(site);
            }
        }
    }

    /// <summary>Handles all messages, and those that fail again, as often as the queue shows them.</summary>
    private static async Task HandleAsync(SimulatedSite site)
    {
        for (var failed = 0; ; failed++)
        {
            try
            {
                await site.SettleAsync();
                return;
            }
            catch (Exception) when (failed < 100)
            {
                foreach (var queue in new[] { site.Storage.ContentEvents, site.Storage.PageRefreshes })
                {
                    queue.Messages.Where(m => m.DequeueCount > 0).ToList().ForEach(m => queue.Fail(m, TimeSpan.Zero));
                }
            }
        }
    }

    private async Task AssertIsAsync(Dictionary<string, string> expected)
    {
        Assert.Equal(expected.Keys.Order(), _site.Pages.Keys.Order());
        Assert.All(expected, page => Assert.Equal(page.Value, _site.Pages[page.Key]));
        Assert.Empty(_trace.Calls
            .Where(call => call.Service == StorageNames.Web && call.Operation == StorageOperation.Delete)
            .Select(call => call.Key)
            .Intersect(expected.Keys));
        var status = await _site.Engine.Status.ReadAsync(default);
        Assert.True(status.IsSettled);
        Assert.Empty(status.Failures);
        Assert.Contains(_site.Storage.Content.Blobs, blob => blob.Value.Tags.GetValueOrDefault("state") == "refused");
    }
}
