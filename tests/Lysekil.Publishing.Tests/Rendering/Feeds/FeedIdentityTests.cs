using System.Text.Json;
using System.Xml.Linq;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>What feed readers know each article by while the site's settings change.</summary>
public class FeedIdentityTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public FeedIdentityTests()
    {
        _site = new SimulatedSite(_clock);
        _site.Upload("artiklar/2026-05-01-hamn.md", "# Hamnen\n\nText.\n");
    }

    [Fact]
    public async Task A_site_that_moves_keeps_the_host_that_it_was_first_published_with()
    {
        await PublishAsync("baseUrl: https://gamla.example");
        await PublishAsync("baseUrl: https://nya.example");
        Assert.Equal("gamla.example", Identity());

        await PublishAsync("baseUrl: https://nyaste.example");

        Assert.Equal("gamla.example", Identity());
        Assert.Equal("https://nyaste.example/2026/05/hamn/", Item().Element("link")!.Value);
        using var json = JsonDocument.Parse(_site.Pages["feed.json"]);
        Assert.Equal(
            Item().Element("guid")!.Value, json.RootElement.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Contains($"<id>{Item().Element("guid")!.Value}</id>", _site.Pages["atom.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_may_name_another_one_which_counts_as_long_as_it_is_written()
    {
        await PublishAsync("baseUrl: https://gamla.example");
        await PublishAsync("baseUrl: https://nya.example\nfeedIdentity: egen.example");
        Assert.Equal("egen.example", Identity());

        await PublishAsync("baseUrl: https://nya.example");

        Assert.Equal("gamla.example", Identity());
    }

    [Fact]
    public async Task One_that_was_written_from_the_first_stays_without_the_line()
    {
        await PublishAsync("baseUrl: https://nya.example\nfeedIdentity: gamla.example");
        await PublishAsync("baseUrl: https://nya.example");

        Assert.Equal("gamla.example", Identity());
    }

    /// <summary>No feed reader subscribes to a developer's machine.</summary>
    [Theory]
    [InlineData("title: Nyheter")]
    [InlineData("baseUrl: http://localhost:4280")]
    [InlineData("baseUrl: http://127.0.0.1:4280")]
    public async Task An_address_that_is_not_public_is_not_kept(string settings)
    {
        await PublishAsync(settings);
        await PublishAsync("baseUrl: https://www.example");

        Assert.Equal("www.example", Identity());
    }

    [Fact]
    public async Task Settings_that_are_refused_in_between_change_nothing()
    {
        await PublishAsync("baseUrl: https://gamla.example");
        await PublishAsync("baseUrl: nya.example");
        Assert.Equal("gamla.example", Identity());

        await PublishAsync("baseUrl: https://nya.example");

        Assert.Equal("gamla.example", Identity());
    }

    [Fact]
    public async Task Settings_that_are_deleted_begin_anew()
    {
        await PublishAsync("baseUrl: https://gamla.example");
        _site.Delete("site.yaml");
        await _site.SettleAsync();

        await PublishAsync("baseUrl: https://nya.example");

        Assert.Equal("nya.example", Identity());
    }

    private async Task PublishAsync(string settings)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload("site.yaml", settings + "\n");
        await _site.SettleAsync();
    }

    private XElement Item() => Assert.Single(XDocument.Parse(_site.Pages["rss.xml"]).Descendants("item"));

    private string Identity() => Item().Element("guid")!.Value.Split(':', ',')[1];
}
