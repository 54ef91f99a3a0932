using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Tests.Storage;

public class KeyRangeTests
{
    private static readonly string[] Keys = ["w:z", "x:", "x:1", "x:1 ", "x:1:", "x:1:a", "x:2", "x:2:a", "y:"];

    [Fact]
    public void StartingWith_has_the_keys_that_begin_with_a_prefix() =>
        Assert.Equal(["x:1", "x:1 ", "x:1:", "x:1:a"], In(KeyRange.StartingWith("x:1")));

    [Fact]
    public void After_has_the_later_keys_of_a_family_without_the_key_itself() =>
        Assert.Equal(["x:1:a", "x:2", "x:2:a"], In(KeyRange.After("x:1:", "x:")));

    [Fact]
    public void AfterAll_has_the_later_keys_of_a_family_without_those_of_the_prefix() =>
        Assert.Equal(["x:2", "x:2:a"], In(KeyRange.AfterAll("x:1:", "x:")));

    [Fact]
    public void UpToAll_has_the_earlier_keys_of_a_family_and_those_of_the_prefix() =>
        Assert.Equal(["x:", "x:1", "x:1 ", "x:1:", "x:1:a"], In(KeyRange.UpToAll("x:1:", "x:")));

    [Fact]
    public void Between_has_both_keys_and_no_longer_ones()
    {
        Assert.Equal(["x:", "x:1"], In(KeyRange.Between("x:", "x:1")));
        Assert.Equal(["x:1"], In(KeyRange.Between("x:", "x:1", withoutFirst: true)));
    }

    private static IEnumerable<string> In(KeyRange range) => Keys.Where(range.Contains);
}
