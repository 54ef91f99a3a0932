using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>The pages of topics whose names come to one address say so.</summary>
public class TopicNameTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public TopicNameTests() => _site = new SimulatedSite(_clock);

    [Theory]
    [InlineData("2026-05-01", "2026-05-02")]
    [InlineData("2024-05-01", "2026-05-02")]
    public async Task Topics_that_differ_in_letters_are_both_named(string first, string second)
    {
        await UploadAsync($"artiklar/{first}-regionen.md", "Län");
        await UploadAsync($"artiklar/{second}-banken.md", "Lån");

        Assert.Contains("<h1>Lån och Län</h1>", _site.Pages["amnen/lan/index.html"], StringComparison.Ordinal);
        Assert.Contains("Lån och Län", _site.Pages["amnen/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_no_article_has_any_more_is_no_longer_shown()
    {
        await UploadAsync("artiklar/2024-05-01-regionen.md", "Län");
        await UploadAsync("artiklar/2026-05-02-banken.md", "Lån");
        await UploadAsync("artiklar/2026-05-02-banken.md", "Ekonomi");

        Assert.Contains("<h1>Län</h1>", _site.Pages["amnen/lan/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("Lån", _site.Pages["amnen/index.html"], StringComparison.Ordinal);
    }

    /// <summary>The name of the newest article counts, as it always has.</summary>
    [Fact]
    public async Task Names_that_differ_in_capitals_and_signs_alone_are_one()
    {
        await UploadAsync("artiklar/2026-05-01-regionen.md", "Barn & unga");
        await UploadAsync("artiklar/2026-05-02-skolan.md", "barn-unga");

        Assert.Contains("<h1>barn-unga</h1>", _site.Pages["amnen/barn-unga/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_names_are_listed()
    {
        await UploadAsync("artiklar/2026-05-01-a.md", "Mål");
        await UploadAsync("artiklar/2026-05-02-b.md", "Mal");
        await UploadAsync("artiklar/2026-05-03-c.md", "Mäl");

        var page = _site.Pages["amnen/mal/2026/index.html"];
        Assert.Contains("<h1>Mäl, Mal och Mål 2026</h1>", page, StringComparison.Ordinal);
    }

    private Task UploadAsync(string path, string topic)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, Some.ArticleWith($"tags: [{topic}]"));
        return _site.SettleAsync();
    }
}
