using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lysekil.Azure.Tests.Azurite;
using Lysekil.Simulation;

namespace Lysekil.Azure.Tests.Restores;

/// <summary>
/// On Azurite, whose clients, conditions and times are those of Azure: after a part of the storage was lost or taken
/// back to an earlier state, the timers alone bring the site to where a new site with the same files ends. No page goes
/// away meanwhile that belongs there.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed partial class RestoreTests(AzuriteFixture azurite)
{
    private const string Kajen = "artiklar/2026-04-01-kajen.md";
    private const string Bryggan = "artiklar/2026-04-02-bryggan.md";
    private const string Torget = "artiklar/2026-04-03-torget.md";

    public enum Part
    {
        Index, SiteAccount, HalfOfTheSite, Accepted, AllButTheFiles,
    }

    [Theory]
    [InlineData(Part.Index)]
    [InlineData(Part.SiteAccount)]
    [InlineData(Part.HalfOfTheSite)]
    [InlineData(Part.Accepted)]
    [InlineData(Part.AllButTheFiles)]
    public async Task What_is_lost_is_made_again_from_the_files(Part part)
    {
        var site = await BeginAsync();
        var before = await site.PagesAsync();

        if (part is Part.Index or Part.AllButTheFiles)
        {
            await site.LoseRowsAsync();
        }

        if (part is Part.Accepted or Part.AllButTheFiles)
        {
            await RestorableSite.LoseAsync(site.Accepted);
        }

        if (part is Part.SiteAccount or Part.HalfOfTheSite or Part.AllButTheFiles)
        {
            await RestorableSite.LoseAsync(site.Web, each: part is Part.HalfOfTheSite ? 2 : 1);
        }

        await site.ReconcileAsync();

        await AssertIsAsync(before, site);
    }

    /// <summary>
    /// As a point-in-time restore leaves it: changed files are old again, new ones gone, deleted ones back, and the
    /// index is newer than they are.
    /// </summary>
    [Fact]
    public async Task Files_of_an_earlier_moment_are_what_the_site_shows()
    {
        var site = await BeginAsync();
        var (before, files) = (await site.PagesAsync(), await RestorableSite.BlobsAsync(site.Content));
        await ChangeAsync(site);
        await site.ReconcileAsync();
        Assert.NotEqual(before, await site.PagesAsync());

        await RestorableSite.LoseAsync(site.Content);
        await PutAsync(site.Content, files);
        site.Watched.Deleted.Clear();
        await site.ReconcileAsync();

        // As after any correction, the article tells when it was changed last: not all bytes are those of before.
        var after = await site.PagesAsync();
        Assert.Equal(before.Keys, after.Keys);
        Assert.Contains("<h1>Kajen</h1>", Text(after["2026/04/kajen/index.html"]), StringComparison.Ordinal);
        Assert.Equal(["2026/04/torget/index.html"], site.Watched.Deleted.Where(p => p.Contains("torget")));
        await site.ReconcileAsync();
        await AssertIsAsync(after, site);
    }

    [Fact]
    public async Task What_waited_in_lost_queues_is_done()
    {
        var (site, other) = (await BeginAsync(), await BeginAsync());
        await ChangeAsync(site);
        await site.LoseMessagesAsync();
        await ChangeAsync(other);
        await other.ReconcileAsync();

        site.Watched.Deleted.Clear();
        await site.ReconcileAsync();

        await AssertIsAsync(await other.PagesAsync(), site);
    }

    /// <summary>The other site's files are not there, and so its pages go.</summary>
    [Fact]
    public async Task Another_site_in_the_same_containers_leaves_no_page_behind()
    {
        var (site, other) = (await BeginAsync(), await RestorableSite.CreateAsync(azurite));
        var before = await site.PagesAsync();
        await other.UploadAsync("site.yaml", "title: En annan kommun\nbaseUrl: https://annan.example\n");
        await other.UploadAsync("sidor/kontakt.md", "# Kontakt\n\nText.\n");
        await other.UploadAsync("artiklar/2025-01-01-broar.md", Article("Broar", "Broar"));
        await other.ReconcileAsync();

        await PutAsync(site.Web, await RestorableSite.BlobsAsync(other.Web));
        await PutAsync(site.Accepted, await RestorableSite.BlobsAsync(other.Accepted));
        await site.ReconcileAsync();

        await AssertIsAsync(before, site);
    }

    [Fact]
    public async Task The_status_tells_how_far_a_restore_has_come()
    {
        var site = await BeginAsync();
        var (pages, files) = (await site.PagesAsync(), (await RestorableSite.BlobsAsync(site.Content)).Count);
        await site.LoseRowsAsync();
        Assert.Null((await site.Engine.Status.ReadAsync(default)).LastReconcile);

        await site.ReconcileSourcesAsync();
        var found = await site.Engine.Status.ReadAsync(default);
        Assert.Equal((files, files), (found.LastReconcile!.Drift.Count, found.LastReconcile.Compared));

        for (var round = 0; round < 2; round++)
        {
            await site.SettleAsync();
            await site.ReconcileSourcesAsync();
        }

        await site.SettleAsync();
        Assert.Equal(0, (await site.Engine.Status.ReadAsync(default)).LastReconcile!.Drift.Count);
        await site.Engine.Reconciler.ReconcilePagesAsync(default);
        Assert.NotNull((await site.Engine.Status.ReadAsync(default)).Swept);

        await site.ReconcileAsync();
        var end = await site.Engine.Status.ReadAsync(default);
        Assert.True(end.IsSettled);
        Assert.Equal(pages.Count, end.LastSweep!.Pages);
    }

    private static string Article(string title, string topic, string text = "Text.") =>
        $"---\ntags: [{topic}]\nauthor: Eva Ek\n---\n# {title}\n\n{text}\n";

    private async Task<RestorableSite> BeginAsync()
    {
        var site = await RestorableSite.CreateAsync(azurite);
        await site.UploadAsync("site.yaml", "title: Provkommunen\nbaseUrl: https://prov.example\n");
        await site.UploadAsync("sidor/om.md", "# Om oss\n\nText.\n");
        await site.UploadAsync("bilder/kajen.png", BinaryData.FromBytes(SamplePicture.Png(600, 400)));
        await site.UploadAsync(Kajen, Article("Kajen", "Hamnen", "![Kajen](/bilder/kajen.png)"));
        await site.UploadAsync(Bryggan, Article("Bryggan", "Hamnen, Broar"));
        await site.UploadAsync("artiklar/2025-12-24-jul.md", Article("Jul", "Helger"));
        await site.UploadAsync("artiklar/2025-12-25-juldagen.md", "---\ndate: i går\n---\n# Trasig\n");
        await site.SettleAsync();
        await site.ReconcileAsync();
        return site;
    }

    private static async Task ChangeAsync(RestorableSite site)
    {
        await site.UploadAsync(Kajen, Article("Kajen byggs om", "Hamnen"));
        await site.UploadAsync(Torget, Article("Torget", "Torg"));
        await site.DeleteAsync(Bryggan);
    }

    /// <summary>Puts blobs of another container, or of an earlier moment, with their headers.</summary>
    private static async Task PutAsync(
        BlobContainerClient container, IEnumerable<(string Name, BlobDownloadResult Blob)> blobs)
    {
        foreach (var (name, blob) in blobs)
        {
            var headers = new BlobHttpHeaders
            {
                ContentType = blob.Details.ContentType,
                CacheControl = blob.Details.CacheControl,
                ContentEncoding = blob.Details.ContentEncoding,
            };
            await container.GetBlobClient(name).UploadAsync(
                blob.Content,
                new BlobUploadOptions { HttpHeaders = headers, Metadata = blob.Details.Metadata });
        }
    }

    /// <summary>Sitemaps say when files were uploaded: to one site some seconds later than to the other.</summary>
    private static string Text(string page) =>
        Uploaded().Replace(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(page)), "<lastmod>");

    [GeneratedRegex("<lastmod>[^<]*")]
    private static partial Regex Uploaded();

    private static async Task AssertIsAsync(SortedDictionary<string, string> expected, RestorableSite site)
    {
        var pages = await site.PagesAsync();
        Assert.Equal(expected.Keys, pages.Keys);
        Assert.All(expected, page => Assert.Equal(Text(page.Value), Text(pages[page.Key])));
        Assert.Empty(site.Watched.Deleted.Intersect(expected.Keys));
        var status = await site.Engine.Status.ReadAsync(default);
        Assert.True(status.IsSettled);
        Assert.Empty(status.Failures);
        Assert.Contains(status.Diagnosed, d => d.Path.Value == "artiklar/2025-12-25-juldagen.md");
    }
}
