using Lysekil.Publishing.Index;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Index;

/// <summary>The editors' list of files: each source stands in the list of its state, the last changed first.</summary>
public class ListedSourceTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;
    private readonly SiteIndex _index;

    public ListedSourceTests()
    {
        _site = new SimulatedSite(_clock);
        _index = new SiteIndex(_site.Storage.Site.Index);
    }

    [Fact]
    public async Task Each_source_stands_once_in_the_list_of_its_state()
    {
        await PublishAsync("artiklar/live.md", Some.ArticleWith("date: 2020-05-01", "Kajen"));
        await PublishAsync("artiklar/utkast.md", Some.ArticleWith("draft: true", "Hamnen"));
        await PublishAsync("artiklar/senare.md", Some.ArticleWith("date: 2099-05-01", "Bron"));
        await PublishAsync("artiklar/fel.md", Some.ArticleWith("date: aldrig", "Torget"));
        await PublishAsync("artiklar/borta.md", Some.ArticleWith("date: 2020-05-02", "Skolan"));
        _site.Delete("artiklar/borta.md");
        await _site.SettleAsync();

        Assert.Equal(["artiklar/live.md: Kajen /2020/05/live/"], await ListedAsync(SourceState.Published));
        Assert.Equal(["artiklar/utkast.md: Hamnen "], await ListedAsync(SourceState.Draft));
        Assert.Equal(["artiklar/senare.md: Bron "], await ListedAsync(SourceState.Scheduled));
        Assert.Equal(["artiklar/fel.md: Torget "], await ListedAsync(SourceState.Refused));
        Assert.Equal(["artiklar/borta.md: Skolan "], await ListedAsync(SourceState.Deleted));
    }

    [Fact]
    public async Task The_last_changed_comes_first_and_a_slice_begins_behind_another()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await PublishAsync($"artiklar/{name}.md", Some.ArticleWith("date: 2020-05-01", name));
        }

        await PublishAsync("artiklar/a.md", Some.ArticleWith("date: 2020-05-01", "a igen"));

        var all = await _index.ListedAsync(SourceListKind.Text, SourceState.Published, null, null, 10, default);
        var behind = await _index.ListedAsync(
            SourceListKind.Text, SourceState.Published, all[0].Changed, all[0].Path, 1, default);
        Assert.Equal(["a igen", "c", "b"], all.Select(s => s.Title));
        Assert.Equal(["c"], behind.Select(s => s.Title));
    }

    [Fact]
    public async Task A_renamed_source_leaves_no_deleted_one_behind()
    {
        var text = Some.ArticleWith("date: 2020-05-01", "Kajen");
        await PublishAsync("artiklar/gammal.md", text);
        _site.Delete("artiklar/gammal.md");
        await PublishAsync("artiklar/ny.md", text);

        Assert.Equal(["artiklar/ny.md: Kajen /2020/05/ny/"], await ListedAsync(SourceState.Published));
        Assert.Empty(await ListedAsync(SourceState.Deleted));
    }

    [Fact]
    public async Task A_refused_version_keeps_the_title_of_the_one_before_and_the_live_page()
    {
        await PublishAsync("artiklar/x.md", Some.ArticleWith("date: 2020-05-01", "Kajen"));
        await PublishAsync("artiklar/x.md", Some.ArticleWith("date: aldrig", "Kajen"));

        var refused = Assert.Single(
            await _index.ListedAsync(SourceListKind.Text, SourceState.Refused, null, null, 10, default));
        Assert.Equal(("Kajen", "/2020/05/x/", 1), (refused.Title, refused.Page?.Url, refused.Diagnostics));
        Assert.Empty(await ListedAsync(SourceState.Published));
    }

    /// <summary>A text that was never valid, and the title by which its editor knows it again.</summary>
    public static TheoryData<string, string> NeverValid => new()
    {
        { "---\ntitle: Kajen\ndate: aldrig\n---\nText.\n", "Kajen" },
        { "---\ndate: aldrig\n---\n# Kajen *rivs*\n", "Kajen rivs" },
        { "---\ntitle: Kajen: den rivs\n---\nText.\n", "Kajen: den rivs" },
        { "---\nRubrik: \"Kajen\nauthor: Åsa\n---\nText.\n", "Kajen" },
        { "---\nauthor: [Åsa\n---\n# Kajen\n\nText.\n", "Kajen" },
        { $"---\ntitle: {new string('k', 300)}\n---\nText.\n", new string('k', 200) + "…" },
        { "---\ndate: aldrig\n---\n", "" },
        { "---\nauthor: [Åsa\n---\n", "" },
    };

    [Theory]
    [MemberData(nameof(NeverValid))]
    public async Task A_text_that_was_never_valid_has_its_title_where_that_can_be_read(string text, string title)
    {
        await PublishAsync("artiklar/2020-05-01-123.md", text);

        Assert.Equal([$"artiklar/2020-05-01-123.md: {title} "], await ListedAsync(SourceState.Refused));
    }

    [Fact]
    public async Task A_refused_version_has_its_own_title_and_without_one_that_of_the_version_before()
    {
        await PublishAsync("artiklar/x.md", Some.ArticleWith("date: 2020-05-01", "Kajen"));
        await PublishAsync("artiklar/x.md", Some.ArticleWith("date: aldrig", "Bryggan"));
        Assert.Equal(["artiklar/x.md: Bryggan /2020/05/x/"], await ListedAsync(SourceState.Refused));

        await PublishAsync("artiklar/x.md", "");
        Assert.Equal(["artiklar/x.md: Bryggan /2020/05/x/"], await ListedAsync(SourceState.Refused));
    }

    private async Task<IEnumerable<string>> ListedAsync(SourceState state) =>
        (await _index.ListedAsync(SourceListKind.Text, state, null, null, 10, default))
        .Select(s => $"{s.Path}: {s.Title} {s.Page?.Url}");

    private Task PublishAsync(string path, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, text);
        return _site.SettleAsync();
    }
}
