using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Settings;

public class KnownSettingsTests
{
    private static readonly KnownSettings Known = new(
        [new("title", "rubrik titel", "headline"), new("image_alt", "bildbeskrivning"), new("publishDate", "pubdate")]);

    [Theory]
    [InlineData("title", "title")]
    [InlineData("TITLE", "title")]
    [InlineData("Rubrik", "title")]
    [InlineData("imageAlt", "image_alt")]
    [InlineData("image-alt", "image_alt")]
    [InlineData("Image alt", "image_alt")]
    [InlineData("publish_date", "publishDate")]
    [InlineData("pubDate", "publishDate")]
    [InlineData("headline", null)]
    [InlineData("", null)]
    [InlineData("🌊", null)]
    public void A_name_is_read_in_any_spelling(string key, string? name) => Assert.Equal(name, Known.Find(key)?.Name);

    [Fact]
    public void A_name_is_never_so_long() => Assert.Null(Known.Find("title" + new string(' ', 500_000)));

    [Fact]
    public void The_first_of_a_setting_s_names_counts_before_the_others()
    {
        Assert.True(Known.Find("title")?.Rank < Known.Find("rubrik")?.Rank);
        Assert.True(Known.Find("rubrik")?.Rank < Known.Find("titel")?.Rank);
    }

    [Theory]
    [InlineData("headline", "Skriv title i stället.")]
    [InlineData("rubrk", "Skriv title i stället.")]
    [InlineData("image_atl", "Skriv image_alt i stället.")]
    [InlineData("annat", "Rätta stavningen eller ta bort raden.")]
    public void The_warning_of_an_unknown_name_tells_what_was_likely_meant(string key, string remedy) =>
        Assert.StartsWith(remedy, Known.Unknown(key, line: 2).Remedy, StringComparison.Ordinal);

    [Fact]
    public void No_two_settings_have_a_name_in_common() =>
        Assert.Throws<ArgumentException>(() => new KnownSettings([new("title", "rubrik"), new("slug", "rubrik")]));
}
