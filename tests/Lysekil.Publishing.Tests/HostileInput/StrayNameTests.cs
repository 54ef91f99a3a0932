using System.Text.Json;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Simulation;
using Lysekil.Tests;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>
/// Blobs that other programs leave in the containers, and messages that name them. The names are put together at random
/// from the parts of names that the engine reads and from signs that it does not expect, the same at each run. No
/// message fails. Of the blobs in <c>$web</c>, what no page of the site can be called is left alone; the rest goes.
/// </summary>
[Collection(HostileInputCollection.Name)]
public class StrayNameTests
{
    private const int NamesAtOnce = 500;

    private static readonly string[] Parts =
    [
        "artiklar", "sidor", "bilder", "tema", "amnen", "av", "sok", "nyhetsarkiv", "nyheter", "index.html",
        "rss.xml", "atom.xml", "feed.json", "sitemap", "sitemap-", "site.yaml", "stil.", "manifest.webmanifest",
        "robots.txt", "2019", "0000", "0001", "9999", "10000", "²025", "٢٠٢٥", "-1", "00", "01", "12", "13", "99",
        "2026-02-30-", "kajen", "skola", "Kajen", "å", "a\u030A", "ı", "İ", "ß", "ﬀ", "日本", "🌊", "0123456789abcdef",
        "0123abcd", ".480.webp", ".0.webp", ".9999999999.webp", ".png", ".jpg", ".md", ".docx", ".json", ".xml",
        ".css", ".js", ".html", ".liquid", ".", "..", " ", "%", "%2e", "%00", "+", "?", "#", "\\", ":", "*", "<", ">",
        "\"", "'", "|", "~", "$web", "_", "-", "--", "\u0001", "\u007F", "\u200F", "\u2028", "\uFFFD", "\uFFFF",
        "CON", "nul", "index", "aaaaaaaaaaaaaaaaaaaaaaaa",
    ];

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public StrayNameTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task Names_in_the_site_fail_no_message_and_go_unless_no_page_can_have_them()
    {
        await BeginAsync();
        var before = _site.Pages.ToDictionary();
        foreach (var names in Generated(new Random(23)))
        {
            var strays = names.Where(n => !before.ContainsKey(n)).ToList();
            strays.ForEach(name => _site.Storage.Web.Put(name, "skräp"));
            await ReconcileAsync();

            var left = strays.Where(n => PageKey.Parse(n) is null).ToList();
            Assert.Equal(before.Keys.Concat(left).ToHashSet(), _site.Pages.Keys.ToHashSet());
            left.ForEach(name => _site.Storage.Web.Delete(name));
            Assert.Equal(before, _site.Pages);
        }
    }

    /// <summary>Some are sources: they are published or refused, and go again with their files.</summary>
    [Fact]
    public async Task Names_among_the_sources_fail_no_message()
    {
        await BeginAsync();
        var (before, files) = (_site.Pages.Keys.ToHashSet(), _site.Storage.Content.Blobs.Keys.ToHashSet());
        foreach (var names in Generated(new Random(42)))
        {
            var strays = names.Where(n => !files.Contains(n)).ToList();
            strays.ForEach(name => _site.Storage.Content.Put(name, Some.Article("Skräp")));
            await ReconcileAsync();

            strays.ForEach(name => _site.Storage.Content.Delete(name));
            await ReconcileAsync();

            Assert.Equal(before, _site.Pages.Keys.ToHashSet());
        }
    }

    /// <summary>The engine asks for contents by their hashes, and lists none.</summary>
    [Fact]
    public async Task Names_among_the_accepted_contents_fail_no_message_and_stay()
    {
        await BeginAsync();
        var (before, contents) = (_site.Pages.ToDictionary(), _site.Storage.Accepted.Blobs.Keys.ToHashSet());
        foreach (var names in Generated(new Random(51)))
        {
            var strays = names.Where(n => !contents.Contains(n)).ToList();
            strays.ForEach(name => _site.Storage.Accepted.Put(name, "skräp"));
            await ReconcileAsync();

            Assert.Equal(before, _site.Pages);
            Assert.Equal(contents.Concat(strays).ToHashSet(), _site.Storage.Accepted.Blobs.Keys.ToHashSet());
            strays.ForEach(name => _site.Storage.Accepted.Delete(name));
        }
    }

    /// <summary>Of a source or a page that is not there: an event may come late, and a page may be gone.</summary>
    [Fact]
    public async Task Names_in_messages_fail_none_and_leave_nothing()
    {
        await BeginAsync();
        var (before, rows) = (_site.Pages.ToDictionary(), Keys());
        foreach (var names in Generated(new Random(64)))
        {
            foreach (var text in names.Where(n => !before.ContainsKey(n)).SelectMany(Messages))
            {
                await _site.Storage.ContentEvents.SendAsync(text, TimeSpan.Zero, default);
                await _site.Storage.PageRefreshes.SendAsync(text, TimeSpan.Zero, default);
            }

            await ReconcileAsync();

            Assert.Equal(before, _site.Pages);
            Assert.Equal(rows, Keys());
        }

        HashSet<string> Keys() =>
            [.. _site.Storage.Index.Rows.Select(r => r.Key).Where(k => !k.Contains("reconcile:"))];
    }

    /// <summary>A name in each message that can hold one: Event Grid's, a client's own, and the engine's.</summary>
    private static IEnumerable<string> Messages(string name)
    {
        var quoted = JsonSerializer.Serialize(name);
        var subject = JsonSerializer.Serialize("/blobServices/default/containers/content/blobs/" + name);
        yield return $$"""{"publish":{{quoted}}}""";
        yield return $$"""{"pages":[{{quoted}}],"must":true}""";
        yield return $$"""{"page":{{quoted}}}""";
        yield return $$"""[{"eventType":"Microsoft.Storage.BlobCreated","subject":{{subject}}}]""";
        yield return $$"""
            {"type":"Microsoft.Storage.BlobRenamed","subject":{{subject}},
            "data":{"sourceUrl":{{quoted}},"destinationUrl":{{subject}} } }
            """;
    }

    /// <summary>100,000 names of all kinds in a long run, and 2,000 else.</summary>
    private static IEnumerable<HashSet<string>> Generated(Random random)
    {
        for (var done = 0; done < (LongRun.IsOn ? 25_000 : 500); done += NamesAtOnce)
        {
            yield return [.. Enumerable.Range(0, NamesAtOnce).Select(_ => Name(random))];
        }
    }

    private static string Name(Random random)
    {
        var parts = Enumerable.Range(0, random.Next(1, 7))
            .Select(_ => Parts[random.Next(Parts.Length)] + (random.Next(3) == 0 ? "/" : ""));
        return string.Concat(parts);
    }

    private async Task BeginAsync()
    {
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.ArticleWith("tags: [skola]\nauthor: Eva Ek", "Kajen"));
        _site.Upload("sidor/om.md", "# Om oss\n\nText.\n");
        await ReconcileAsync();
    }

    private async Task ReconcileAsync()
    {
        for (var round = 0; round < 2; round++)
        {
            _clock.Advance(TimeSpan.FromHours(1));
            await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
            await _site.SettleAsync(); // A message that fails throws.
            await _site.Engine.Reconciler.ReconcilePagesAsync(default);
            await _site.SettleAsync();
        }

        Assert.Empty((await _site.Engine.Status.ReadAsync(default)).Failures);
        Assert.Empty(_site.Storage.ContentEvents.Poison.Concat(_site.Storage.PageRefreshes.Poison));
    }
}
