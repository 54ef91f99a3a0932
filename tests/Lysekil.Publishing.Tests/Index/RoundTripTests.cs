using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Index;

/// <summary>What is written to rows is read back as it was: for any record.</summary>
public class RoundTripTests
{
    private readonly Random _random = new(17);

    [Fact]
    public void A_source_s_record()
    {
        for (var i = 0; i < 500; i++)
        {
            var record = Record();

            var read = SourceRecordRow.Read(SourceRecordRow.Write(record));

            Assert.Equal(record, read);
        }
    }

    [Fact]
    public void Equal_records_have_equal_rows_and_no_changes_between_them()
    {
        for (var i = 0; i < 200; i++)
        {
            var record = Record();
            Assert.Empty(IndexRows.Changes(record, SourceRecordRow.Read(SourceRecordRow.Write(record)), searchText: null));
        }
    }

    [Fact]
    public async Task The_changes_from_one_record_to_the_next_lead_from_its_rows_to_the_next_s()
    {
        var table = new SimulatedTable(Some.Clock());
        SourceRecord? before = null;
        for (var i = 0; i < 300; i++)
        {
            var after = _random.Next(5) == 0 ? null : Record();
            var changes = IndexRows.Changes(before, after, "Ord.").ToList();
            if (changes.Count > 0)
            {
                Assert.InRange(changes.Count, 1, ITable.MostChanges);
                Assert.NotNull(await table.CommitAsync(changes, default));
            }

            Assert.Equal(IndexRows.Of(after).Keys.Order(StringComparer.Ordinal), table.Rows.Select(r => r.Key));
            Assert.All(table.Rows, r => Assert.Equal(IndexRows.Of(after)[r.Key].OrderBy(c => c.Key), r.Columns.Where(c => c.Key != "text").OrderBy(c => c.Key)));
            Assert.All(table.Rows, r => Assert.Equal(r.Key.StartsWith("search", StringComparison.Ordinal), r.Columns.ContainsKey("text")));
            before = after;
        }
    }

    [Fact]
    public void Owed_work()
    {
        var work = new OutboxEntry
        {
            Pages = [PageKey.Rss, Page(), PageKey.Desk],
            Positions = [RowWriter.Text(Some.Now)],
            Newest = Some.Now,
            Topics = [Slug.Parse("hamn")!],
            Others = [new SourcePath("artiklar/å.md")],
            Alarm = Some.Now,
        };

        Assert.Equal(work, OutboxEntry.Read(work.Write("artiklar/x.md")));
        Assert.Equal(OutboxEntry.None, OutboxEntry.Read(OutboxEntry.None.Write("artiklar/x.md")));
        Assert.Equal(work, work.And(work));
    }

    [Fact]
    public void A_period_s_summary()
    {
        var summary = new PeriodSummary
        {
            Page = Page(),
            Name = "10",
            Title = Text(),
            Count = 3,
            Changed = Some.Now,
            Parts = ["10=3", "11=0"],
            Headlines = [new Headline(Text(), Page(), Some.Now), new Headline(Text(), Page(), Some.Now.AddDays(1))],
        };

        Assert.Equal(summary, PeriodSummary.Read(summary.Write()));
    }

    private SourceRecord Record()
    {
        var path = new SourcePath(_random.Next(3) == 0 ? "sidor/om.md" : "artiklar/2019/å.md");
        return new SourceRecord
        {
            Path = path,
            Seen = new ETag("\"0x1\""),
            SeenModified = Some.Now,
            Created = Some.Now,
            Rules = "1",
            TimeZone = "Europe/Stockholm",
            State = Pick(Enum.GetValues<SourceState>()),
            Diagnostics = [.. Several(3, () => new Diagnostic(Pick(Enum.GetValues<Severity>()), "kod", Maybe() ? _random.Next(99) : null, Text(), Text()))],
            Accepted = Maybe() ? Hash() : null,
            Content = Maybe() ? Hash() : null,
            MayBeRenamed = Maybe(),
            Live = Maybe() ? PublishedItem(path) : null,
            WaitsFor = Maybe() ? Page() : null,
            ScheduledFor = Maybe() ? Moment() : null,
            ScheduledTitle = Maybe() ? Text() : null,
            Id = Maybe() ? "2019-10-05:artiklar/x.md" : "",
            IdsGiven = _random.Next(3),
            PublishedText = Maybe() ? Hash() : null,
            SearchText = Maybe() ? Hash() : null,
            Updated = Maybe() ? Moment() : null,
            LastPage = Maybe() ? Page() : null,
            FormerPages = [.. Several(6, Page).Distinct()],
            Aliases = [.. Several(6, Page).Distinct()],
        };
    }

    private PublishedItem PublishedItem(SourcePath path) => new()
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
        Author = Maybe() ? Text() : null,
        Topics = [.. Several(8, () => Topic.From($"Ämne {_random.Next(30)}, \"x\"")!).DistinctBy(t => t.Slug)],
        Image = Maybe() ? "/bilder/x.jpg" : null,
        ImageAlt = Maybe() ? Text() : null,
        Language = Maybe() ? "en" : null,
        Id = Maybe() ? "2019-10-05:x" : "",
        ContentType = Maybe() ? "image/png" : null,
    };

    private List<T> Several<T>(int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => make())];

    private bool Maybe() => _random.Next(2) == 0;

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private PageKey Page() => PageKey.FromUrl($"/{_random.Next(2000, 2030)}/å {_random.Next(1000)}/")!;

    private ContentHash Hash() => ContentHash.Of([(byte)_random.Next(256)]);

    private DateTimeOffset Moment() => Some.Now.AddTicks(_random.NextInt64(TimeSpan.TicksPerDay * 365)).ToOffset(TimeSpan.FromHours(_random.Next(-5, 6)));

    private string Text() => string.Concat(Enumerable.Range(0, 1 + _random.Next(20)).Select(_ => "aåÖ\"\\/<&'\u000B\n€ ”–"[_random.Next(15)])) + "🌊";
}
