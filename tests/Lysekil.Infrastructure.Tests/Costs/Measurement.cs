using System.Globalization;
using System.Text;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>Fills a site in simulated storage, works on it, and counts the calls.</summary>
internal sealed class Measurement
{
    private const int Years = 5;
    private const string Picture = "bilder/kajen.jpg";
    private const string Kajen = "artiklar/2026-05-04-kajen.md";
    private const string Paragraph =
        "Kommunstyrelsen behandlade ärendet vid sitt senaste sammanträde, och beslutet väntas till hösten. "
        + "Oppositionen reserverade sig.\n\n";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.FromHours(2)));
    private readonly StorageTrace _trace = new();
    private readonly SimulatedSite _site;

    public Measurement() => _site = new SimulatedSite(_clock, _trace);

    public async Task<MeasuredSite> RunAsync()
    {
        await FillAsync();
        var before = Sizes();
        var picture = await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "content", "bilder", "hamnen.jpg"));
        var publish = await CountAsync(() => _site.Upload(Picture, picture), events: 1)
            + await CountAsync(() => _site.Upload(Kajen, Article("Kajen", 1, 2, Picture)), events: 1);
        var after = Sizes();
        return new(
            publish,
            Minute: await CountAsync(() => _site.Engine.Schedule.PublishDueAsync(default)),
            Reconcile: await CountAsync(() => _site.Engine.Reconciler.ReconcileSourcesAsync(default)),
            Sweep: await CountAsync(() => _site.Engine.Reconciler.ReconcilePagesAsync(default)),
            ViewBytes: Rounded(
                10_000, after["web/2026/05/kajen/index.html"] + after.Single(f => IsWeb(f.Key, "stil.", ".css")).Value
                + after.Where(f => IsWeb(f.Key, "bilder/", ".webp")).Max(f => f.Value)),
            ArticleBytes: Rounded(100_000, after.Where(f => !before.ContainsKey(f.Key)).Sum(f => f.Value)));
    }

    /// <summary>Rounds sizes, since those of scaled pictures differ slightly between machines.</summary>
    private static long Rounded(long to, long bytes) => (bytes + (to / 2)) / to * to;

    /// <summary>
    /// Fills the site with five years of articles, and reconciles it until no work is left.
    /// </summary>
    private async Task FillAsync()
    {
        await _site.Engine.Rebuilder.StartAsync(default);
        for (var i = 0; i < MeasuredSite.Articles; i++)
        {
            var date = new DateTime(2026 - (i % Years), 1 + (i / Years % 4), 1 + (i / (4 * Years) % 28));
            var path = string.Create(CultureInfo.InvariantCulture, $"artiklar/{date:yyyy-MM-dd}-nummer-{i}.md");
            _site.Upload(path, Article($"Nummer {i}", i % 12, i % 7));
        }

        await _site.SettleAsync();
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
    }

    private Task<Usage> CountAsync(Action upload, int events) =>
        CountAsync(() => { upload(); return Task.CompletedTask; }, events, timers: 0);

    private async Task<Usage> CountAsync(Func<Task> begin, int events = 0, int timers = 1)
    {
        _trace.Clear();
        await begin();
        await _site.SettleAsync();
        return Usage.Of(_trace.Calls, events, timers);
    }

    /// <summary>The size of each blob by container and name.</summary>
    private Dictionary<string, long> Sizes() =>
        new[] { ("content", _site.Storage.Content), ("accepted", _site.Storage.Accepted), ("web", _site.Storage.Web) }
            .SelectMany(
                c => c.Item2.Blobs,
                (c, blob) => KeyValuePair.Create($"{c.Item1}/{blob.Key}", (long)blob.Value.Content.Length))
            .ToDictionary();

    private static bool IsWeb(string name, string beginning, string end) =>
        name.StartsWith("web/" + beginning, StringComparison.Ordinal) && name.EndsWith(end, StringComparison.Ordinal);

    /// <summary>An article of some two thousand characters, as usual for local news.</summary>
    private static string Article(string title, int topic, int otherTopic, string? picture = null)
    {
        var text = new StringBuilder($"---\ntitle: {title}\ntags: [Ämne {topic}, Sak {otherTopic}]\n");
        if (picture is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"image: /{picture}\nimage_alt: Kajen\n");
        }

        return text.Append("---\n").ToString() + string.Concat(Enumerable.Repeat(Paragraph, 15));
    }
}
