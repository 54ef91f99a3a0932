using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Tests.Contents.Values;

public class BoundedCacheTests
{
    private readonly BoundedCache<string, string> _cache = new(capacity: 10, text => text.Length);

    [Fact]
    public void Values_are_found_by_their_keys()
    {
        _cache.Add("a", "12345");
        _cache.Add("b", "67890");

        Assert.Equal(["12345", "67890", null], new[] { "a", "b", "c" }.Select(_cache.Find));
    }

    [Fact]
    public void A_value_that_no_longer_fits_replaces_all_others()
    {
        _cache.Add("a", "12345");
        _cache.Add("b", "67890");
        _cache.Add("c", "1");

        Assert.Equal([null, null, "1"], new[] { "a", "b", "c" }.Select(_cache.Find));
    }

    [Fact]
    public void A_value_larger_than_the_cache_leaves_the_others()
    {
        _cache.Add("a", "12345");
        _cache.Add("b", "12345678901");

        Assert.Equal(["12345", null], new[] { "a", "b" }.Select(_cache.Find));
    }

    [Fact]
    public void A_known_key_takes_no_more_room()
    {
        _cache.Add("a", "12345");
        _cache.Add("a", "12345");
        _cache.Add("b", "67890");

        Assert.Equal("12345", _cache.Find("a"));
    }
}
