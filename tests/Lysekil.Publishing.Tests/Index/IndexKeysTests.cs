using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Index;

public class IndexKeysTests
{
    private const string Alphabet = "abzAZ09/\\#?|~:%'\"<>*;&+=@! .-_åÄö\u0301\u0001\u001F\u007F\u0085€日\uFFFD";

    [Fact]
    public void Every_name_has_a_key_of_its_own_that_Table_Storage_accepts()
    {
        var random = new Random(3);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Names(random, 20_000))
        {
            var key = IndexKeys.Encode(name);

            Assert.InRange(key.Length, 1, 220);
            Assert.DoesNotContain(
                key,
                c => char.IsControl(c) || char.IsSurrogate(c) || "/\\#?%':".Contains(c, StringComparison.Ordinal));
            Assert.True(keys.TryAdd(key, name) || keys[key] == name, $"{name} and {keys[key]} are both {key}");
        }
    }

    [Fact]
    public void Every_row_s_key_is_within_the_limit()
    {
        var path = new SourcePath("artiklar/" + new string(':', 191) + ".md");
        var page = PageKey.FromUrl("/" + new string('~', 380))!;
        var topic = Slug.From(new string('a', 80))!;

        Assert.All(
            new[]
            {
                IndexKeys.Source(path), IndexKeys.OutboxEntry(path), IndexKeys.Stale(page),
                IndexKeys.ClaimOf(page, path), IndexKeys.TopicOf(topic, Some.Now, path),
                IndexKeys.LatestOf(Some.Now, path), IndexKeys.DatedOf(Some.Now, path), IndexKeys.UrlOwnership(page),
                IndexKeys.Link(page, path), IndexKeys.TopicYearSummary(topic, 2026),
            },
            key => Assert.InRange(key.Length, 1, 512));
    }

    [Fact]
    public void The_order_newest_first_is_the_reverse_of_oldest_first()
    {
        var random = new Random(5);
        var articles = Enumerable.Range(0, 500)
            .Select(i => (
                Date: Some.Now.AddMinutes(random.Next(200)), Path: new SourcePath($"artiklar/{random.Next()}.md")))
            .ToList();

        var latest = articles.OrderBy(a => IndexKeys.LatestOf(a.Date, a.Path), StringComparer.Ordinal).ToList();
        var dated = articles.OrderBy(a => IndexKeys.DatedOf(a.Date, a.Path), StringComparer.Ordinal).ToList();

        Assert.Equal(latest, dated.AsEnumerable().Reverse());
        Assert.Equal(latest.Select(a => a.Date), articles.Select(a => a.Date).OrderDescending());
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("1900-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void Every_moment_has_nineteen_digits(string moment)
    {
        var date = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Matches("^[0-9]{19}$", IndexKeys.NewestFirst(date));
        Assert.Matches("^[0-9]{19}$", IndexKeys.OldestFirst(date));
    }

    [Fact]
    public void A_page_s_range_of_claims_has_no_claim_on_another_page()
    {
        var path = new SourcePath("artiklar/x.md");
        var range = KeyRange.StartingWith(IndexKeys.ClaimsOn(PageKey.FromUrl("/a/")!));

        Assert.True(range.Contains(IndexKeys.ClaimOf(PageKey.FromUrl("/a/")!, path)));
        Assert.False(range.Contains(IndexKeys.ClaimOf(PageKey.FromUrl("/a/index.html-b/")!, path)));
        Assert.False(range.Contains(IndexKeys.ClaimOf(PageKey.FromUrl("/aa/")!, path)));
    }

    [Theory]
    [InlineData("skola", "skola-och-vard")]
    [InlineData("a", "a-0")]
    public void A_topic_s_range_has_no_row_of_another_topic(string topic, string other) => Assert.False(
        KeyRange.StartingWith(IndexKeys.Topic(Slug.Parse(topic)!))
            .Contains(IndexKeys.TopicOf(Slug.Parse(other)!, Some.Now, new SourcePath("artiklar/x.md"))));

    private static IEnumerable<string> Names(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            // Long names that differ in few characters: a key that is cut off could confuse them.
            var length = random.Next(4) == 0 ? 190 + random.Next(12) : 1 + random.Next(8);
            var start = random.Next(2) == 0 ? new string(Alphabet[random.Next(Alphabet.Length)], length) : "";
            var end = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Alphabet[random.Next(Alphabet.Length)]);
            yield return start + new string([.. end]);
        }
    }
}
