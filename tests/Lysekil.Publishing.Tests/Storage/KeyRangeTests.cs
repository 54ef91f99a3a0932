using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Storage;

public class KeyRangeTests
{
    private static readonly string[] Keys = ["w:z", "x:", "x:1", "x:1 ", "x:1:", "x:1:a", "x:2", "x:2:a", "y:"];

    [Fact]
    public void A_prefix_is_the_keys_that_begin_with_it() =>
        Assert.Equal(["x:1", "x:1 ", "x:1:", "x:1:a"], In(KeyRange.StartingWith("x:1")));

    [Fact]
    public void What_follows_a_key_in_its_family_is_without_the_key() =>
        Assert.Equal(["x:1:a", "x:2", "x:2:a"], In(KeyRange.After("x:1:", "x:")));

    [Fact]
    public void What_follows_a_prefix_in_its_family_is_without_all_that_begin_with_it() =>
        Assert.Equal(["x:2", "x:2:a"], In(KeyRange.AfterAll("x:1:", "x:")));

    [Fact]
    public void What_leads_up_to_a_prefix_in_its_family_is_with_all_that_begin_with_it() =>
        Assert.Equal(["x:", "x:1", "x:1 ", "x:1:", "x:1:a"], In(KeyRange.UpToAll("x:1:", "x:")));

    [Fact]
    public void Between_two_keys_are_both_and_no_longer_ones()
    {
        Assert.Equal(["x:", "x:1"], In(KeyRange.Between("x:", "x:1")));
        Assert.Equal(["x:1"], In(KeyRange.Between("x:", "x:1", withoutFirst: true)));
    }

    private static IEnumerable<string> In(KeyRange range) => Keys.Where(range.Contains);
}
