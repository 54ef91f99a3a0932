using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class BoundedCacheTests
{
    private readonly BoundedCache<string, string> _cache = new(most: 10, mostOfOne: 6);

    [Fact]
    public void Keeps_values_up_to_their_total_size_and_then_starts_anew()
    {
        _cache.Add("a", "A", 6);
        _cache.Add("b", "B", 4);
        Assert.Equal(("A", "B"), (_cache.Find("a"), _cache.Find("b")));

        _cache.Add("c", "C", 1);
        Assert.Equal((null, null, "C"), (_cache.Find("a"), _cache.Find("b"), _cache.Find("c")));
    }

    [Fact]
    public void Keeps_no_value_that_is_too_large()
    {
        _cache.Add("a", "A", 7);

        Assert.Null(_cache.Find("a"));
    }

    [Fact]
    public void Counts_a_value_once_that_is_added_twice()
    {
        _cache.Add("a", "A", 5);
        _cache.Add("a", "A again", 5);
        _cache.Add("b", "B", 5);

        Assert.Equal(("A", "B"), (_cache.Find("a"), _cache.Find("b")));
    }
}
