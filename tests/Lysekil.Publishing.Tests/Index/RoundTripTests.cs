using System.Reflection;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rebuilding;
using Lysekil.Publishing.Repair.Reconciliation;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Index;

/// <summary>A value that is written to a row is read back equal, for random values.</summary>
public class RoundTripTests
{
    private static readonly RandomRows Values = new(new Random(17));

    /// <summary>Each kind of row, by the class that declares its columns.</summary>
    private static readonly Dictionary<string, Action> Kinds = new()
    {
        [nameof(PublishedItemRow)] = () => RoundTrip(PublishedItemRow.Codec, Values.PublishedItem(Values.Path())),
        [nameof(SourceRecordRow)] = () => RoundTrip(SourceRecordRow.Codec, Values.Record()),
        [nameof(OutboxEntryRow)] = () => RoundTrip(OutboxEntryRow.Codec, (Values.Path(), Values.OutboxEntry())),
        [nameof(ReconcileStartRow)] = () => RoundTrip(ReconcileStartRow.Codec, new(Values.Text(), Values.Text())),
        [nameof(PeriodSummaryRow)] = () => RoundTrip(PeriodSummaryRow.Codec, Values.PeriodSummary()),
        [nameof(FeedGapRow)] = () => RoundTrip(FeedGapRow.Codec, Values.Moment()),
        [nameof(ClaimRow)] = () => RoundTrip(ClaimRow.Codec, Values.Claim()),
        [nameof(SearchEntryRow)] = () => RoundTrip(SearchEntryRow.Codec, Values.SearchEntry()),
        [nameof(ScheduledArticleRow)] = () =>
            RoundTrip(ScheduledArticleRow.Codec, new(Values.Path(), Values.Text(), Values.Moment())),
        [nameof(DiagnosedSourceRow)] = () =>
            RoundTrip(DiagnosedSourceRow.Codec, new(Values.Path(), Values.Record().Diagnostics)),
        [nameof(ListedSourceRow)] = () => RoundTrip(ListedSourceRow.Codec, Values.ListedSource()),
        [nameof(FailureRow)] = () => RoundTrip(FailureRow.Codec, Values.Failure()),
        [nameof(UrlOwnershipRow)] = () => RoundTripOfUrlOwnership(Values.UrlOwnership()),
        [nameof(RenameCandidatesRow)] = () => RoundTrip(RenameCandidatesRow.Codec, Values.RenameCandidates()),
        [nameof(SiteFileRow)] = () => RoundTrip(
            SiteFileRow.Codec,
            new(Values.Text(), Values.Hash(), [.. Values.Several(3, Values.Hash)], Values.Text())),
        [nameof(BuiltVersionRow)] = () => RoundTrip(BuiltVersionRow.Codec, Values.Text()),
        [nameof(PageRow)] = () => RoundTrip(PageRow.Codec, (Values.Page(), Values.Maybe() ? Values.Text() : null)),
        [nameof(ReferenceRow)] = () => RoundTrip(ReferenceRow.Codec, Values.Path()),
        [nameof(RebuildPositionRow)] = () => RoundTrip(RebuildPositionRow.Codec, Values.RebuildPosition()),
        [nameof(SweepPositionRow)] = () => RoundTrip(SweepPositionRow.Codec, Values.SweepPosition()),
        [nameof(RoundTallyRow)] = () => RoundTrip(RoundTallyRow.Codec, Values.RoundTally()),
        [nameof(ReconcileRoundRow)] = () => RoundTrip(ReconcileRoundRow.Codec, Values.ReconcileRound()),
    };

    private readonly Random _random = new(17);

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(KindNames))]
    public void A_row_is_read_as_it_was_written(string kind)
    {
        for (var i = 0; i < 300; i++)
        {
            Kinds[kind]();
        }
    }

    [Fact]
    public void Every_kind_of_row_is_tested()
    {
        var kinds = typeof(PublishedItemRow).Assembly.GetTypes()
            .Where(t => t.GetFields(BindingFlags.Static | BindingFlags.Public)
                .Any(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(RowCodec<>)))
            .Select(t => t.Name);

        Assert.Equal(kinds.Order(StringComparer.Ordinal), Kinds.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_row_without_a_required_column_is_refused_by_the_column_s_name()
    {
        var columns = new Dictionary<string, string>(SourceRecordRow.Codec.Write(Values.Record()));
        columns.Remove("created");

        var refused = Assert.Throws<InvalidDataException>(() => SourceRecordRow.Codec.Read(columns));

        Assert.Contains("created", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_names_no_page_is_refused() =>
        Assert.Throws<InvalidDataException>(() => PageRow.Codec.Read(new Dictionary<string, string> { ["page"] = "" }));

    [Fact]
    public void An_outbox_entry_merged_with_itself_is_unchanged()
    {
        var work = Values.OutboxEntry() with
        {
            Pages = [PageKey.Rss],
            Positions = ["2025"],
            Topics = [],
            Others = [],
            Assets = [],
            Links = [],
            Targets = [],
            Translations = [],
        };

        Assert.Equal(work, work.And(work));
    }

    [Fact]
    public void Equal_records_have_equal_rows_and_no_changes_between_them()
    {
        for (var i = 0; i < 200; i++)
        {
            var record = Values.Record();
            var read = SourceRecordRow.Codec.Read(SourceRecordRow.Codec.Write(record));
            Assert.Empty(IndexRows.Changes(record, read, searchText: null));
        }
    }

    [Fact]
    public async Task The_changes_between_two_records_turn_the_rows_of_one_into_those_of_the_other()
    {
        var table = new SimulatedTable(Some.Clock());
        SourceRecord? before = null;
        for (var i = 0; i < 300; i++)
        {
            var after = _random.Next(5) == 0 ? null : Values.Record();
            var changes = IndexRows.Changes(before, after, "Ord.").ToList();
            if (changes.Count > 0)
            {
                Assert.InRange(changes.Count, 1, ITable.MostChanges);
                Assert.NotNull(await table.CommitAsync(changes, default));
            }

            Assert.Equal(IndexRows.Of(after).Keys.Order(StringComparer.Ordinal), table.Rows.Select(r => r.Key));
            Assert.All(
                table.Rows,
                r => Assert.Equal(
                    IndexRows.Of(after)[r.Key].OrderBy(c => c.Key),
                    r.Columns.Where(c => c.Key != "text").OrderBy(c => c.Key)));
            Assert.All(
                table.Rows,
                r => Assert.Equal(
                    r.Key.StartsWith("search", StringComparison.Ordinal), r.Columns.ContainsKey("text")));
            before = after;
        }
    }

    private static void RoundTripOfUrlOwnership(UrlOwnership value)
    {
        var columns = UrlOwnershipRow.Codec.Write((value.Claims, value.Scheduled, value.Linking));
        var (claims, scheduled, linking) = UrlOwnershipRow.Codec.Read(columns);

        Assert.Equal(value.Claims, claims);
        Assert.Equal(value.Scheduled, scheduled);
        Assert.Equal(value.Linking, linking);
    }

    private static void RoundTrip<T>(RowCodec<T> codec, T value)
    {
        var columns = codec.Write(value);
        var read = codec.Read(columns);

        Assert.Equal(value, read);
        Assert.Equal(columns, codec.Write(read)); // Values may be equal and yet be written differently.
    }
}
