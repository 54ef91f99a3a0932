using System.Text.Json;
using System.Xml.Linq;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Rendering.Feeds;

/// <summary>What feed readers remember of an article stays, whatever becomes of it.</summary>
public class FeedChangeTests
{
    private const string Path = "artiklar/2026-05-02-bron.md";
    private static readonly string[] Feeds = ["rss.xml", "atom.xml", "feed.json"];

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public FeedChangeTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task An_update_moves_the_change_and_neither_the_identity_nor_the_publication()
    {
        await PublishAsync(Some.Article("Bron"));
        var before = Entry();
        _clock.Advance(TimeSpan.FromDays(1));

        await PublishAsync(Some.Article("Bron", "En helt annan text."));

        var after = Entry();
        Assert.Equal((before.Id, before.Published, before.JsonId, before.JsonPublished), (after.Id, after.Published, after.JsonId, after.JsonPublished));
        Assert.True(after.Updated > before.Updated);
        Assert.Equal(after.Updated, after.JsonModified);
    }

    [Fact]
    public async Task A_new_address_is_the_same_article()
    {
        await PublishAsync(Some.Article("Bron"));
        var before = Entry();

        await PublishAsync(Some.ArticleWith("slug: bro-over-fjorden", "Bron"));

        var after = Entry();
        Assert.Equal((before.Id, before.Published, before.JsonId, before.JsonPublished), (after.Id, after.Published, after.JsonId, after.JsonPublished));
        Assert.EndsWith("/2026/05/bro-over-fjorden/", after.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_bytes_and_a_rebuild_leave_the_feeds_as_they_are()
    {
        await PublishAsync(Some.Article("Bron"));
        var before = Feeds.Select(f => (_site.Pages[f], _site.ETagOf(f))).ToList();
        _clock.Advance(TimeSpan.FromDays(1));

        await PublishAsync(Some.Article("Bron"));
        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();

        Assert.Equal(before, Feeds.Select(f => (_site.Pages[f], _site.ETagOf(f))));
    }

    private async Task PublishAsync(string text)
    {
        _site.Upload(Path, text);
        await _site.SettleAsync();
    }

    private (string Id, string Url, DateTimeOffset Published, DateTimeOffset Updated, string JsonId, DateTimeOffset JsonPublished, DateTimeOffset JsonModified) Entry()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entry = Assert.Single(XDocument.Parse(_site.Pages["atom.xml"]).Root!.Elements(atom + "entry"));
        using var feed = JsonDocument.Parse(_site.Pages["feed.json"]);
        var item = Assert.Single(feed.RootElement.GetProperty("items").EnumerateArray());
        return (
            entry.Element(atom + "id")!.Value,
            entry.Element(atom + "link")!.Attribute("href")!.Value,
            (DateTimeOffset)entry.Element(atom + "published")!,
            (DateTimeOffset)entry.Element(atom + "updated")!,
            item.GetProperty("id").GetString()!,
            item.GetProperty("date_published").GetDateTimeOffset(),
            item.GetProperty("date_modified").GetDateTimeOffset());
    }
}
