using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Locales;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Index;

/// <summary>Random values of every kind that the index's rows hold.</summary>
internal sealed class RandomRows(Random random)
{
    public OutboxEntry OutboxEntry() => new()
    {
        Pages = [.. Several(6, Page)],
        Positions = [.. Several(3, () => ColumnFormat.TextOf(Moment()))],
        Listed = [.. Several(3, () => ColumnFormat.TextOf(Moment()))],
        Newest = Maybe() ? Moment() : null,
        Topics = [.. Several(3, () => Slug.Parse($"amne-{random.Next(30)}")!)],
        Others = [.. Several(3, Path)],
        Assets = [.. Several(3, () => new SourcePath("bilder/å b.png"))],
        CallsUsers = Maybe(),
        Links = [.. Several(3, Page)],
        Targets = [.. Several(3, Page)],
        Translations = [.. Several(3, Path)],
        Alarm = Maybe() ? Moment() : null,
        KeepsContent = Maybe(),
    };

    public PeriodSummary PeriodSummary() => new()
    {
        Page = Page(),
        Name = Text(),
        Title = Maybe() ? Text() : "",
        Count = Number(),
        Changed = Maybe() ? Moment() : null,
        Parts = [.. Several(12, () => $"{random.Next(1, 13):00}={Number()}")],
        Headlines = [.. Several(5, () => new Headline(Text(), Page(), Moment()))],
        Listed = Maybe() ? Text() : "",
        IsDivided = Maybe(),
    };

    public SearchEntry SearchEntry() => new(
        Text(), Page(), Moment(), PublishedItem(Path()).Topics, Maybe() ? Text() : "")
    {
        Text = Maybe() ? Line() : "",
        Rest = Maybe() ? Line() : "",
        TextHash = Hash(),
    };

    public Claim Claim() => (Path(), Pick(Enum.GetValues<ClaimKind>())) is var (path, kind)
        ? new(Page(), path, kind, kind == ClaimKind.Waiting ? null : PublishedItem(path))
        : throw new InvalidOperationException();

    public Failure Failure() => new(
        Pick<WorkItem>([new WorkItem.Publishing(Path()), new WorkItem.Refreshing(Page()), new WorkItem.Rebuilding()]),
        Text(), Moment(), Number(), Maybe() ? Moment() : null);

    public UrlOwnership UrlOwnership() =>
        new(Page(), Several(9, Path).Distinct().ToDictionary(p => p, _ => Maybe()), null)
        {
            Scheduled = Several(3, Path).Distinct().ToDictionary(p => p, _ => Moment()),
            Linking = Number(),
        };

    public EquatableList<RenameCandidate> RenameCandidates() =>
        [.. Several(9, Path).Distinct().Select(p => new RenameCandidate(p, Moment(), Maybe()))];

    public RebuildPosition RebuildPosition() => new(
        Maybe() ? Text() : "",
        Number(),
        Maybe() ? new Month(random.Next(1900, 2200), random.Next(1, 13)) : null,
        Maybe() ? Text() : null);

    public SweepPosition SweepPosition() => new(Maybe() ? Text() : null, Maybe() ? Text() : null, Number());

    public RoundTally RoundTally() =>
        new(Moment(), Number(), Number(), new Drift(Number(), [.. Several(Drift.MostNames, Text)]));

    public ReconcileRound ReconcileRound() =>
        new(Moment(), new RoundPosition(Maybe() ? Text() : null, Text(), Text()), RoundTally(), ETag: null);

    public SourceRecord Record()
    {
        var path = new SourcePath(random.Next(3) == 0 ? "sidor/om.md" : "artiklar/2019/å.md");
        return new SourceRecord
        {
            Path = path,
            Seen = new ETag("\"0x1\""),
            SeenModified = Some.Now,
            Changed = Maybe() ? Moment() : null,
            NewestTitle = Maybe() ? Text() : "",
            Created = Some.Now,
            Rules = "1",
            TimeZone = "Europe/Stockholm",
            Language = Pick([.. Locale.All]).Language,
            State = Pick(Enum.GetValues<SourceState>()),
            Diagnostics = [.. Several(3, Diagnostic)],
            FatalPictures = [.. Several(2, () => "0123456789abcdef.png")],
            Accepted = Maybe() ? Hash() : null,
            Earlier = [.. Several(3, Hash)],
            FeedIdentity = Text(),
            Content = Maybe() ? Hash() : null,
            RenameKeys = [.. Several(2, Hash)],
            MayBeRenamed = Maybe(),
            Live = Maybe() ? PublishedItem(path) : null,
            WaitsFor = Maybe() ? Page() : null,
            ScheduledFor = Maybe() ? Moment() : null,
            ScheduledTitle = Maybe() ? Text() : null,
            ScheduledPage = Maybe() ? Page() : null,
            FormerDate = Maybe() ? Moment() : null,
            Expires = Maybe() ? Moment() : null,
            MainTopic = Maybe() ? Slug.Parse("skola") : null,
            Id = Maybe() ? "2019-10-05:artiklar/x.md" : "",
            IdsGiven = random.Next(3),
            PublishedText = Maybe() ? Hash() : null,
            SearchText = Maybe() ? Hash() : null,
            Updated = Maybe() ? Moment() : null,
            LastPage = Maybe() ? Page() : null,
            FormerPages = [.. Several(6, Page).Distinct()],
            Aliases = [.. Several(6, Page).Distinct()],
            BaseUrl = Maybe() ? "https://nyheter.example/" : "",
            Links = [.. Several(3, LinkedPage)],
            Anchors = [.. Several(3, Text)],
        };
    }

    public ListedSource ListedSource() => new(
        Path(),
        Pick(Enum.GetValues<SourceState>()),
        Maybe() ? Text() : "",
        Maybe() ? Page() : null,
        Moment(),
        Maybe() ? Moment() : null,
        Maybe(),
        random.Next(3));

    public PublishedItem PublishedItem(SourcePath path) => new()
    {
        Path = path,
        Page = Page(),
        Accepted = Hash(),
        Modified = Moment(),
        Title = Text(),
        Lead = Maybe() ? Text() : "",
        LeadIsInBody = Maybe(),
        Date = path.Kind == SourceKind.Article ? Moment() : null,
        Updated = Maybe() ? Moment() : null,
        Expired = Maybe() ? Moment() : null,
        Pin = random.Next(10),
        Corrections = [.. Several(3, () => new Correction(Moment(), Text()))],
        Author = Maybe() ? Text() : null,
        Authors = [.. Several(2, () => Author.From($"Eva {random.Next(9)} Ek")!).DistinctBy(a => a.Slug)],
        Topics = [.. Several(8, () => Topic.From($"Ämne {random.Next(30)}, \"x\"")!).DistinctBy(t => t.Slug)],
        Image = Maybe() ? "/bilder/x.jpg" : null,
        ImageAlt = Maybe() ? Text() : null,
        ImageCaption = Maybe() ? Text() : null,
        ImageCredit = Maybe() ? Text() : null,
        ImageFocus = Maybe() ? Point() : null,
        Language = Maybe() ? "en" : null,
        TranslationOf = [.. Several(3, Path)],
        Id = Maybe() ? "2019-10-05:x" : "",
        ContentType = Maybe() ? "image/png" : null,
        Picture = Maybe() ? Picture() : null,
        Assets = [.. Several(3, UsedAsset)],
        Embedded = [.. Several(3, EmbeddedPicture)],
    };

    public List<T> Several<T>(int most, Func<T> make) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => make())];

    public bool Maybe() => random.Next(2) == 0;

    public T Pick<T>(T[] values) => values[random.Next(values.Length)];

    public PageKey Page() => PageKey.FromUrl($"/{random.Next(2000, 2030)}/å {random.Next(1000)}/")!;

    public ContentHash Hash() => ContentHash.Of([(byte)random.Next(256)]);

    public DateTimeOffset Moment() =>
        Some.Now.AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 365))
            .ToOffset(TimeSpan.FromHours(random.Next(-5, 6)));

    public string Text() => string.Concat(
        Enumerable.Range(0, 1 + random.Next(20))
            .Select(_ => "aåÖ\"\\/<&'\u000B\n€ ”–"[random.Next(15)])) + "🌊";

    public string Line() => Text().Replace('\n', ' ');

    public int Number() => random.Next(3) * random.Next(1000);

    public SourcePath Path() => new($"artiklar/{random.Next(2000, 2030)}/å {random.Next(1000)}.md");

    private Diagnostic Diagnostic() =>
        new(Pick(Enum.GetValues<Severity>()), "kod", Maybe() ? random.Next(99) : null, Text(), Text());

    private LinkedPage LinkedPage() => Maybe()
        ? new LinkedPage(Page(), Maybe() ? Text() : "", Pick(Enum.GetValues<LinkState>()))
        : new LinkedPage(Page(), Maybe() ? Text() : "", LinkState.Found).NotThere(Moment());

    private UsedAsset UsedAsset() => Maybe()
        ? new(new("bilder/å b.png"), true, Maybe() ? Picture() : null)
        : new(new("artiklar/bilder/borta.png"), false, null) { Fallback = Maybe() ? Fallback() : null };

    private UsedAsset Fallback() => Maybe()
        ? new(new("bilder/borta.png"), true, Maybe() ? Picture() : null)
        : new(new("bilder/borta.png"), false, null);

    private EmbeddedPicture EmbeddedPicture() => new("0123456789abcdef.png", Maybe() ? Picture() : null);

    private Picture Picture() => new(
        Hash(),
        random.Next(1, 9000),
        random.Next(1, 9000),
        random.NextInt64(1, int.MaxValue),
        new Tint("101"),
        Maybe())
    {
        Focus = Maybe() ? Point() : FocalPoint.Centre,
    };

    private FocalPoint Point() => new(random.Next(101), random.Next(101));
}
