using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Index;

public class RenameCandidatesTests
{
    private static readonly SourcePath Path = new("artiklar/x.md");
    private static readonly ContentHash Text = ContentHash.OfLines(["text"]);
    private static readonly ContentHash Title = ContentHash.OfLines(["title"]);

    private static readonly SourceRecord Tombstone = new()
    {
        Path = Path,
        Seen = new ETag(""),
        SeenModified = default,
        Created = Some.Now,
        Rules = "",
        TimeZone = "",
        State = SourceState.Deleted,
        RenameKeys = [Text, Title],
    };

    [Fact]
    public void Candidates_agree_with_a_tombstone_that_they_hold_as_gone() =>
        Assert.True(Of(Text).With(new(Path, Some.Now, IsGone: true)).AgreesWith(Path, Tombstone));

    /// <summary>The row was read before the commit that wrote the tombstone.</summary>
    [Fact]
    public void Candidates_without_a_tombstone_that_has_their_key_are_of_another_moment()
    {
        Assert.False(Of(Title).AgreesWith(Path, Tombstone));
        Assert.False(Of(Title).With(new(Path, Some.Now, IsGone: false)).AgreesWith(Path, Tombstone));
    }

    /// <summary>Another source has taken the identity meanwhile.</summary>
    [Fact]
    public void Candidates_with_a_tombstone_that_has_other_keys_are_of_another_moment() => Assert.False(
        Of(Text).With(new(Path, Some.Now, IsGone: true)).AgreesWith(Path, Tombstone with { RenameKeys = [Title] }));

    /// <summary>A row that is full leaves sources out.</summary>
    [Fact]
    public void A_full_row_agrees_with_a_tombstone_that_it_does_not_hold()
    {
        var full = Enumerable.Range(0, RenameCandidates.MostCandidates)
            .Aggregate(Of(Text), (row, i) => row.With(new(new($"artiklar/{i}.md"), Some.Now, IsGone: true)));

        Assert.True(full.AgreesWith(Path, Tombstone));
    }

    [Fact]
    public void A_source_is_named_wrongly_if_its_record_has_other_keys_or_is_not_there()
    {
        var row = Of(Text).With(new(Path, Some.Now, IsGone: true));

        Assert.False(row.NamesWrongly(Path, Tombstone));
        Assert.True(row.NamesWrongly(Path, Tombstone with { RenameKeys = [Title] }));
        Assert.True(row.NamesWrongly(Path, record: null));
        Assert.False(row.NamesWrongly(new("artiklar/y.md"), record: null));
    }

    [Fact]
    public void A_record_without_keys_is_a_candidate_by_its_whole_content() => Assert.Equal(
        [Title], RenameCandidates.PlacesOf(Tombstone with { RenameKeys = [], Content = Title }).Keys);

    private static RenameCandidates Of(ContentHash key) => new(key, [], ETag: null);
}
