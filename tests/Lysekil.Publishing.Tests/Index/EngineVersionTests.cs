using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Tests.Index;

public class EngineVersionTests
{
    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.3+1a2b3c", "1.2.3+1a2b3c")]
    [InlineData("1.2.3+1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b", "1.2.3+1a2b3c4d5e6f")]
    public void A_version_names_twelve_digits_of_its_commit(string version, string shown) =>
        Assert.Equal(shown, EngineVersion.Shorten(version));

    [Fact]
    public void The_engine_has_a_version() => Assert.Matches(@"^\d+\.\d+\.\d+", EngineVersion.Current);
}
