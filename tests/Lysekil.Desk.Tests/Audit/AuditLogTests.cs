using System.Text.Json;
using AngleSharp.Dom;
using Lysekil.Desk.Audit;
using Lysekil.Desk.SignIn;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.Audit;

public sealed class AuditLogTests
{
    private static readonly DateOnly May = new(2026, 5, 1);

    private readonly SimulatedStorage _storage = new(TimeProvider.System);

    private AuditLog Log => new(_storage.Site);

    [Fact]
    public async Task An_entry_is_a_blob_of_its_day_that_says_what_changed_and_nothing_of_the_text()
    {
        await using var site = await DeskSite.StartAsync();
        var before = await site.SaveAsync(Some.Path, "Ett hemligt stycke");
        var after = await site.SaveAsync(Some.Path, "Ett annat stycke");

        var blobs = site.Site.Storage.Desk.Blobs
            .Where(b => b.Key.StartsWith("granskning/", StringComparison.Ordinal)).ToList();
        var entries = blobs.ConvertAll(b => JsonDocument.Parse(b.Value.Text).RootElement);

        Assert.All(blobs, b => Assert.Matches("^granskning/2026/05/04/080000\\.0000000-[0-9a-f]{8}\\.json$", b.Key));
        var entry = entries.Single(e => e.GetProperty("etagAfter").GetString() == after.Value);
        Assert.Equal(before.Value, entry.GetProperty("etagBefore").GetString());
        Assert.Equal("anna@lysekil.example", entry.GetProperty("account").GetString());
        Assert.Equal("Saved", entry.GetProperty("action").GetString());
        Assert.Equal(Some.Path, entry.GetProperty("path").GetString());
        Assert.Equal(ContentHash.Of("Ett annat stycke"u8).Value, entry.GetProperty("content").GetString());
        Assert.All(blobs, b => Assert.DoesNotContain("stycke", b.Value.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_month_is_read_newest_first_in_pages_without_a_gap()
    {
        for (var minute = 0; minute < 120; minute++)
        {
            await Log.AppendAsync(Entry(Some.Now.AddMinutes(minute), $"artiklar/{minute}.md"), default);
        }

        await Log.AppendAsync(Entry(Some.Now.AddMonths(-1), "artiklar/april.md"), default);
        var (paths, sizes, next) = (new List<string>(), new List<int>(), (string?)null);
        do
        {
            var page = await Log.ReadAsync(May, next, default);
            paths.AddRange(page.Entries.Select(e => e.Path));
            sizes.Add(page.Entries.Count);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(m => $"artiklar/{m}.md"), paths);
        Assert.Equal([50, 50, 20], sizes);
    }

    [Fact]
    public async Task A_page_reads_its_own_entries_alone()
    {
        for (var minute = 0; minute < 120; minute++)
        {
            await Log.AppendAsync(Entry(Some.Now.AddMinutes(minute), "artiklar/a.md"), default);
        }

        var trace = new StorageTrace();
        await new AuditLog(_storage.Through(trace)).ReadAsync(May, null, default);

        Assert.Equal(1 + AuditLog.MostOfAPage, trace.Calls.Count);
    }

    [Fact]
    public async Task A_publisher_reads_who_did_what()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, "Ett", "bo@lysekil.example");

        var page = await site.As(DeskRole.Publisher).PageAsync("/desk/granskning");
        var earlier = await site.As(DeskRole.Publisher).PageAsync("/desk/granskning?manad=2026-04");

        Assert.Equal("Granskning: maj 2026", page.QuerySelector("h1")!.TextContent);
        var entry = Assert.Single(page.QuerySelectorAll(".entries li"));
        Assert.Equal("bo@lysekil.example", entry.QuerySelector("b")!.TextContent);
        Assert.Equal("/desk/historik/" + Some.Path, entry.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("sparade", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("Här hände ingenting april 2026", earlier.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_leads_to_the_versions_before_and_after_it()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, "# Kajen\n\nEtt.\n");
        await site.SaveAsync(Some.Path, "# Kajen\n\nTvå.\n");
        var publisher = site.As(DeskRole.Publisher);

        var page = await publisher.PageAsync("/desk/granskning");
        var saved = page.QuerySelectorAll(".entries .meta span").Single(
            s => s.TextContent == "från versionen före till versionen efter");
        var created = page.QuerySelectorAll(".entries .meta span").Single(
            s => s.TextContent == "från ingen fil till versionen efter");

        Assert.Equal(["Ett.", "Två."], await Task.WhenAll(saved.QuerySelectorAll("a").Select(LastLineAsync)));
        Assert.Equal("Ett.", await LastLineAsync(created.QuerySelector("a")!));

        async Task<string> LastLineAsync(IElement link)
        {
            var version = await publisher.PageAsync(link.GetAttribute("href")!);
            return version.QuerySelectorAll(".difference ins").Select(i => i.TextContent["Tillagt: +".Length..].Trim())
                .Last(line => line.Length > 0);
        }
    }

    [Fact]
    public async Task A_version_that_is_kept_no_longer_is_told_of()
    {
        await using var site = await DeskSite.StartAsync();
        await site.SaveAsync(Some.Path, "# Kajen\n\nEtt.\n");

        var page = await site.As(DeskRole.Reader).PageAsync($"/desk/historik/{Some.Path}?etag=%22another%22");

        Assert.Equal(
            "Den versionen finns inte längre. Här är den nyaste.", page.QuerySelector(".notice")!.TextContent);
        Assert.Contains("Ett.", page.QuerySelector(".difference")!.TextContent, StringComparison.Ordinal);
    }

    private static AuditEntry Entry(DateTimeOffset time, string path) =>
        new(time, "anna@lysekil.example", AuditAction.Saved, path, null, "\"1\"", null);
}
