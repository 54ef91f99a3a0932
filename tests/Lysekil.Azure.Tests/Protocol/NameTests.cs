using Lysekil.Azure.Tests.Azurite;

namespace Lysekil.Azure.Tests.Protocol;

/// <summary>Hostile names on real storage, where clients, addresses and table keys encode them.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class NameTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("artiklar/2026-05-01-två ord.md", "published", null)]
    [InlineData("artiklar/2026-05-01-Åsas-ö.md", "published", null)]
    [InlineData("artiklar/2026-05-01-a+b&c='d'.md", "published", null)]
    [InlineData("artiklar/50% av allt.md", "refused", "name")]
    [InlineData("artiklar/100%25.md", "refused", "name")]
    [InlineData("artiklar/🌊.md", "refused", "name")]
    [InlineData("artiklar/a?b#c.md", "refused", "name")]
    [InlineData("artiklar/x.md.", "refused", "name")]
    [InlineData("artiklar/a\\b.md", "refused", "name")]
    [InlineData("artiklar/a\u0001b.md", "refused", "name")]
    [InlineData("artiklar/a\nb.md", "refused", "name")]
    [InlineData("artiklar/a\uFFFEb.md", "refused", "name")]
    public async Task A_hostile_name_gets_an_outcome_and_stops_nothing(string path, string state, string? reason)
    {
        var site = await AzuriteSiteUnderTest.CreateAsync(azurite);
        await site.UploadAsync(path, "# Rubrik\n\nText.\n");
        await site.UploadAsync("artiklar/2026-05-03-efterat.md", "# Efteråt\n\nText.\n");
        await site.SettleAsync();

        var tags = await site.TagsAsync(path);
        Assert.Equal(state, tags["state"]);
        Assert.Equal(reason, tags.GetValueOrDefault("reason"));
        Assert.Contains("2026/05/efterat/index.html", (await site.PagesAsync()).Keys);
    }

    [Fact]
    public async Task A_name_that_fills_a_key_is_refused()
    {
        var path = "artiklar/" + string.Join('/', Enumerable.Repeat(new string('å', 100), 4)) + "/x.md";
        var site = await AzuriteSiteUnderTest.CreateAsync(azurite);
        await site.UploadAsync(path, "# Rubrik\n\nText.\n");
        await site.SettleAsync();

        Assert.Equal("name", (await site.TagsAsync(path))["reason"]);
    }
}
