using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Refreshing;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Golden;

/// <summary>The changes that write one sample, and more where a kind has several shapes, of each kind of row.</summary>
internal static class GoldenRows
{
    private static readonly DateTimeOffset Date = new(2025, 11, 20, 18, 30, 0, TimeSpan.FromHours(1));
    private static readonly SourcePath Article = new("artiklar/2025/å & ö.md");
    private static readonly PageKey ArticlePage = PageKey.FromUrl("/2025/11/a-o/")!;
    private static readonly Picture Harbour = new(Hash(3), 1_000, 600, 12_345, new Tint("011"), IsStill: true);

    public static async Task<IReadOnlyList<RowChange>> WriteAsync() =>
    [
        .. Records().SelectMany(r => IndexRows.Changes(null, r, "Ord och \"ord\".").Prepend(OwnRow(r))),
        .. OutboxEntries(),
        .. Summaries(),
        .. Failures(),
        .. LockRows(),
        .. await RepairRowsAsync(),
        .. await SiteRowsAsync(),
    ];

    private static RowChange.Insert OwnRow(SourceRecord record) =>
        new RowChange.Insert(IndexKeys.Source(record.Path), SourceRecordRow.Codec.Write(record));

    private static IEnumerable<SourceRecord> Records()
    {
        var article = Record(Article, SourceState.Published) with
        {
            SeenModified = Date.AddMinutes(1),
            Diagnostics =
            [
                new Diagnostic(Severity.Warning, "okand-nyckel", 3, "Nyckeln \"titel\" är okänd.", "Skriv title."),
                new Diagnostic(Severity.Refusal, "x", null, "<a>", "b"),
            ],
            Accepted = Hash(1),
            Content = Hash(2),
            RenameKeys = [Hash(2), Hash(8)],
            MayBeRenamed = true,
            Live = Live(),
            Id = "2025-11-20:artiklar/2025/å & ö.md",
            IdsGiven = 2,
            PublishedText = Hash(4),
            SearchText = Hash(5),
            Updated = Date.AddDays(1),
            LastPage = ArticlePage,
            FormerPages = [PageKey.FromUrl("/2025/11/forr/")!],
            Aliases = [PageKey.FromUrl("/nyheter/budget/")!],
        };
        yield return article;
        yield return Record(new("sidor/om.md"), SourceState.Published) with
        {
            Accepted = Hash(6),
            SearchText = Hash(7),
            Live = new PublishedItem
            {
                Path = new("sidor/om.md"),
                Page = PageKey.FromUrl("/om/")!,
                Accepted = Hash(6),
                Modified = Date.ToUniversalTime(),
                Title = "Om oss",
            },
        };
        yield return Record(new("bilder/hamn.png"), SourceState.Published) with
        {
            Accepted = Hash(3),
            Live = new PublishedItem
            {
                Path = new("bilder/hamn.png"),
                Page = PageKey.FromUrl("/bilder/hamn.png")!,
                Accepted = Hash(3),
                Modified = Date,
                Title = "hamn.png",
                ContentType = "image/png",
                Picture = Harbour with { IsStill = false },
            },
        };
        yield return Record(new("sidor/hamnen.md"), SourceState.Published) with
        {
            Accepted = Hash(10),
            Live = new PublishedItem
            {
                Path = new("sidor/hamnen.md"),
                Page = PageKey.FromUrl("/hamnen/")!,
                Accepted = Hash(10),
                Modified = Date,
                Title = "Hamnen",
                Image = "/bilder/hamn.png",
                ImageAlt = "Hamnen",
                ImageCaption = "Hamnen i november.",
                ImageCredit = "Åsa Öberg",
                ImageFocus = new(50, 20),
                TranslationOf = [new("artiklar/2026/2026-05-01-harbour.md")],
            },
        };
        yield return Record(new("artiklar/gar-ut.md"), SourceState.Published) with
        {
            Expires = Date.AddMonths(1),
            MainTopic = Slug.Parse("skola"),
            Live = Brief(new("artiklar/gar-ut.md")) with { Pin = 2 },
        };
        yield return Record(new("artiklar/in-english.md"), SourceState.Draft) with { Language = "en" };
        yield return Record(new("artiklar/gick-ut.md"), SourceState.Published) with
        {
            SearchText = Hash(7),
            Live = Brief(new("artiklar/gick-ut.md")) with
            {
                Expired = Date.AddMonths(1),
                Corrections = [new Correction(Date.AddDays(1), "Kajen blir \"40\" meter.")],
            },
        };
        yield return Record(new("sidor/lankar.md"), SourceState.Published) with
        {
            BaseUrl = "https://nyheter.example/",
            Links =
            [
                new LinkedPage(PageKey.FromUrl("/om/")!, "", LinkState.Found),
                new LinkedPage(PageKey.FromUrl("/om/")!, "å & ö", LinkState.NoAnchor),
                new LinkedPage(PageKey.FromUrl("/borta/")!, "", LinkState.NoPage),
                new LinkedPage(PageKey.FromUrl("/2026/11/senare/")!, "", LinkState.Found).NotThere(Date.AddYears(1)),
            ],
            Anchors = ["bakgrund", "så-gick-det-till"],
        };
        yield return Record(new("artiklar/vantar.md"), SourceState.Refused) with { WaitsFor = ArticlePage };
        yield return Record(new("artiklar/senare.md"), SourceState.Scheduled) with
        {
            ScheduledFor = Date.AddYears(1),
            ScheduledTitle = "Det som kommer",
            ScheduledPage = PageKey.FromUrl("/2026/11/senare/")!,
            FatalPictures = ["0123456789abcdef.jpg"],
        };
        yield return Record(new("site.yaml"), SourceState.Published) with
        {
            Accepted = Hash(8),
            FeedIdentity = "nyheter.example",
        };
        yield return Record(new("tema/page.liquid"), SourceState.Published) with { Accepted = Hash(9) };
        yield return Record(new("artiklar/borta.md"), SourceState.Deleted) with
        {
            Seen = new(""),
            FormerDate = Date,
        };
    }

    private static SourceRecord Record(SourcePath path, SourceState state) => new()
    {
        Path = path,
        Seen = new("\"0x8D\""),
        SeenModified = default,
        Created = Date,
        Rules = "7",
        TimeZone = "Europe/Stockholm",
        State = state,
    };

    private static PublishedItem Brief(SourcePath path) => new()
    {
        Path = path,
        Page = PageKey.FromUrl("/2025/11/kort/")!,
        Accepted = Hash(11),
        Modified = Date,
        Title = "Kort",
        Date = Date,
    };

    private static PublishedItem Live() => new()
    {
        Path = Article,
        Page = ArticlePage,
        Accepted = Hash(1),
        Modified = Date.AddTicks(1_234_567),
        Title = "Budget & \"skatt\" <2026>",
        Lead = "Kommunens budget i korthet – på svenska. 🌊",
        LeadIsInBody = true,
        Date = Date,
        Updated = Date.AddDays(2),
        Author = "Eva Ström",
        Authors = [Author.From("Eva Ström")!],
        Topics = [Topic.From("Ekonomi")!, Topic.From("Åldringsvård & \"hälsa\"")!],
        Image = "/bilder/hamn.png",
        ImageAlt = "Hamnen en höstkväll",
        Language = "en",
        Id = "2025-11-20:artiklar/2025/å & ö.md",
        Assets =
        [
            new UsedAsset(new("bilder/hamn.png"), true, Harbour),
            new UsedAsset(new("bilder/a b.pdf"), true, null),
            new UsedAsset(new("bilder/x.png"), false, null),
            new UsedAsset(new("artiklar/2025/bilder/hamn.png"), false, null)
            {
                Fallback = new UsedAsset(new("bilder/hamn.png"), true, Harbour),
            },
        ],
        Embedded =
        [
            new EmbeddedPicture("0123456789abcdef.png", Harbour with { Focus = new(50, 20) }),
            new EmbeddedPicture("fedcba9876543210.jpg", null),
        ],
    };

    private static IEnumerable<RowChange> OutboxEntries() =>
    [
        SiteIndex.PutOutboxEntry(Article, OutboxEntry.None, expected: null),
        SiteIndex.PutOutboxEntry(
            new("artiklar/allt.md"),
            new()
            {
                Pages = [PageKey.Rss, ArticlePage],
                Positions = ["2025-11-20T18:30:00.0000000+01:00"],
                Newest = Date,
                Topics = [Slug.Parse("ekonomi")!],
                Authors = [Slug.Parse("eva-strom")!],
                IsPinned = true,
                Others = [Article],
                Assets = [new("bilder/hamn.png")],
                Embedded = [new("0123456789abcdef.png", Harbour)],
                CallsUsers = true,
                Alarm = Date.AddYears(1),
                KeepsContent = true,
            },
            new ETag("1")),
        SiteIndex.PutOutboxEntry(
            new("sidor/lankar.md"),
            new() { Links = [PageKey.FromUrl("/om/")!], Targets = [ArticlePage], Translations = [new("sidor/a.md")] },
            new ETag("1")),
    ];

    private static IEnumerable<RowChange> Summaries()
    {
        var full = new PeriodSummary
        {
            Page = PageKey.Year(2025),
            Name = "2025",
            Title = "År 2025",
            Count = 3,
            Changed = Date,
            Parts = ["10=1", "11=2"],
            Headlines =
            [
                new Headline("Budget & \"skatt\"", ArticlePage, Date),
                new Headline("Ö", PageKey.FromUrl("/2025/10/o/")!, Date.AddMonths(-1)),
            ],
            Listed = "0123456789abcdef",
        };
        yield return new RowChange.Upsert(IndexKeys.SummaryOf(full.Page)!, full.Write());
        var bare = new PeriodSummary { Page = PageKey.StandingPagesSitemap, Name = "sidor.xml" };
        yield return new RowChange.Upsert(IndexKeys.SummaryOf(bare.Page)!, bare.Write());
    }

    private static IEnumerable<RowChange> Failures() => new[]
    {
        new Failure(new WorkItem.Publishing(Article), "IOException: borta", Date, 2, Date.AddHours(1)),
        new Failure(new WorkItem.Refreshing(ArticlePage), "IOException: borta", Date, 0, null),
        new Failure(new WorkItem.Rebuilding(), "IOException: borta", Date, 1, null),
    }.Select(f => new RowChange.Upsert(f.Work.FailureKey, FailureRow.Codec.Write(f)));
    /// <summary>
    /// The rows that serialise decisions: which source owns a URL, and which source is a renamed one.
    /// </summary>
    /// <summary>Rows that serialise decisions: who owns a URL, and which source is a renamed one.</summary>
    private static IEnumerable<RowChange> LockRows() =>
    [
        new UrlOwnership(
            ArticlePage,
            new Dictionary<SourcePath, bool>
            {
                [new("artiklar/b.md")] = false,
                [new("artiklar/ö.md")] = false,
                [Article] = true,
            },
            null).ToChange(),
        (UrlOwnership.Read(PageKey.FromUrl("/om/")!, row: null) with { Linking = 2 }).ToChange(),
        UrlOwnership.Read(PageKey.FromUrl("/2026/11/senare/")!, row: null)
            .With(new("artiklar/senare igen.md"), isLive: null, Date.AddYears(1)).ToChange(),
        new RenameCandidates(
            Hash(2),
            [new(new("artiklar/a.md"), Date, IsGone: true), new(Article, Date.AddDays(1), IsGone: false)],
            null).ToChange()!,
    ];

    private static async Task<IEnumerable<RowChange>> RepairRowsAsync()
    {
        var table = new SimulatedTable(Some.Clock());
        var round = await ReconcileRound.FindAsync(table, Date, default);
        var position = new RoundPosition("weiter", "source:a", "source:b");
        var slice = new SourceSlice([Article, new("bilder/hamn.png")], 17, 2, position);
        await round.MoveAsync(table, slice, Date.AddMinutes(1), default);
        var onTheWay = table.Rows;
        round = await ReconcileRound.FindAsync(table, Date.AddMinutes(2), default);
        await round.MoveAsync(table, new([], 3, 0, null), Date.AddMinutes(3), default);
        var stale = new[] { SiteIndex.MarkStale(ArticlePage), SiteIndex.MarkStale(PageKey.Rss, "0123") };
        await table.CommitAsync(stale, default);
        var swept = await table.FindAsync(IndexKeys.Stale(PageKey.Rss), default);
        return
        [
            .. stale,
            (await DriftedPage.NoteAsync(table, PageKey.Rss, swept, default))!,
            ReconcileStart.NoteBy(new(ReconcileStarter.Message, "1.0.0")),
            .. Written(onTheWay),
            .. Written(table.Rows.Where(r => r.Key == IndexKeys.ReconcileFindings)),
        ];
    }

    private static async Task<IEnumerable<RowChange>> SiteRowsAsync()
    {
        var site = new SimulatedSite(Some.Clock());
        site.Upload("bilder/hamn.pdf", "%PDF-1.7\n");
        site.Upload("artiklar/2026-05-01-hamn.md", "# Hamnen\n\n[Se kartan](/bilder/hamn.pdf) [om oss](/om/).\n");
        await site.SettleAsync();
        await site.Engine.Rebuilder.StartAsync(default);
        await site.SettleAsync();
        var rows = site.Storage.Index.Rows
            .Where(r =>
                r.Key == IndexKeys.Built
                || r.Key.StartsWith(IndexKeys.References, StringComparison.Ordinal)
                || r.Key.StartsWith(IndexKeys.Links, StringComparison.Ordinal))
            .ToList();
        await site.Engine.Rebuilder.StartSweepAsync("0123", default);
        var begun = site.Storage.Index.Rows.Where(r => r.Key is IndexKeys.Rebuild or IndexKeys.Sweep).ToList();
        var swept = await SweptAsync(site);
        return
        [
            .. Written(rows),
            .. Written(begun),
            .. Written(swept),
            new RowChange.Upsert(
                IndexKeys.Rebuild, RebuildPositionRow.Codec.Write(new("claim:x", 12, new Month(2025, 11), "0123"))),
        ];
    }

    /// <summary>A sweep between two slices, and at its end.</summary>
    private static async Task<IReadOnlyList<Row>> SweptAsync(SimulatedSite site)
    {
        for (var i = 0; i < ITable.MostChanges; i++)
        {
            site.Storage.Web.Put(FormattableString.Invariant($"0000/{i:00}/index.html"), "x"u8);
        }

        await site.Storage.Index.CommitAsync([new RowChange.Delete(IndexKeys.Rebuild)], default);
        await site.Engine.Rebuilder.ContinueAsync(waits: 0, default);
        var between = site.Storage.Index.Rows.Where(r => r.Key == IndexKeys.Sweep).ToList();
        await site.SettleAsync();
        return [.. between, .. site.Storage.Index.Rows.Where(r => r.Key == IndexKeys.SweepFindings)];
    }

    private static IEnumerable<RowChange> Written(IEnumerable<Row> rows) =>
        rows.Select(r => new RowChange.Upsert(r.Key, r.Columns));

    private static ContentHash Hash(byte content) => ContentHash.Of([content]);
}
