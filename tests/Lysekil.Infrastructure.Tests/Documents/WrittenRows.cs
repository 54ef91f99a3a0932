using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Infrastructure.Tests.Documents;

/// <summary>Notes each row that is ever there, with its columns.</summary>
internal sealed class WrittenRows : IStorageGate
{
    private readonly Dictionary<string, HashSet<string>> _columns = new(StringComparer.Ordinal);
    private SimulatedSite? _site;

    public Task BeforeAsync(StorageCall call, CancellationToken cancellation) => Task.CompletedTask;

    public async Task AfterAsync(StorageCall call, CancellationToken cancellation)
    {
        if (call is not { Service: StorageNames.IndexTable, Operation: StorageOperation.Commit, Key: var keys })
        {
            return;
        }

        foreach (var key in keys.Split(' '))
        {
            if (await _site!.Storage.Index.FindAsync(key, cancellation) is not { } row)
            {
                continue;
            }

            if (!_columns.TryGetValue(key, out var columns))
            {
                _columns[key] = columns = [];
            }

            columns.UnionWith(row.Columns.Keys);
        }
    }

    /// <summary>
    /// The rows of a small site with a file of each kind, through uploads, a rename, a deletion, a reconcile and a
    /// sweep.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, HashSet<string>>> OfASiteAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero));
        var rows = new WrittenRows();
        // With such short lists, a month and a year of a topic are divided.
        var lists = new ListLengths() with { Month = 1, TopicYear = 1 };
        var site = rows._site = new SimulatedSite(clock, rows, lengths: lists);
        site.Upload("site.yaml", "title: Provbladet\nredirects:\n  /gammal/: /amnen/\n");
        site.Upload("tema/stil.css", "body { color: black }\n");
        site.Upload("bilder/kajen.png", SamplePicture.Png(40, 30));
        site.Upload("sidor/om.md", "# Om\n\nEn sida om [kajen](/2026/05/kajen/).\n");
        site.Upload("artiklar/2026-05-01-kajen.md", Article(
            "tags: [Hamnen]\nimage: /bilder/kajen.png\nimage_alt: Kajen\nimage_caption: Kajen\nimage_credit: Red\n"
                + "image_focus: 50% 20%\naliases: [/gammal/]\nauthor: Eva Ek\npin: true\nlang: sv"));
        site.Upload("artiklar/andra/2026-05-01-kajen.md", Article("tags: [Hamnen]"));
        site.Upload("artiklar/2026-05-02-skolan.md", Article("tags: [Skola, Hamnen]") + PictureInText());
        site.Upload("artiklar/2026-06-01-senare.md", Article("date: 2026-06-01 12:00"));
        site.Upload("artiklar/2026-05-03-erbjudande.md", Article(
            "expires: 2026-05-04 12:00:30\ncorrections:\n  - 2026-05-04: Ett fel."));
        site.Upload("artiklar/2026-05-03-trasig.md", "---\ndate: i går\n---\n# Trasig\n");
        await site.SettleAsync();

        clock.Advance(TimeSpan.FromMinutes(1));
        site.Delete("artiklar/2026-05-02-skolan.md");
        site.Upload("artiklar/2026-05-02-skolorna.md", Article("tags: [Skola]") + PictureInText());
        site.Upload("artiklar/2026-05-01-kajen.md", Article("tags: [Hamnen]", "Ändrat."));
        await site.SettleAsync();

        await site.PublishDueAsync();
        site.Storage.Web.Delete("index.html");
        await site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await site.Engine.Reconciler.ReconcilePagesAsync(default);
        await site.SettleAsync();
        return rows._columns;
    }

    private static string Article(string settings, string text = "Ett stycke.") =>
        $"---\n{settings}\n---\n# Rubriken\n\n{text}\n\nOch ett till.\n";

    private static string PictureInText() =>
        $"\n![Skolan](data:image/png;base64,{Convert.ToBase64String(SamplePicture.Png())})\n";
}
