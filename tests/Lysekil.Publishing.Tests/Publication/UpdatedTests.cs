using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// <em>Uppdaterad</em> shows only if the text that readers see changes after its publication, on every path through the
/// system.
/// </summary>
public class UpdatedTests
{
    private const string Path = "artiklar/2026-05-01-kajen.md";
    private const string Page = "2026/05/kajen/index.html";
    private const string Changed = "4 maj 2026 kl. 11.00";

    private static readonly string First = Some.Article("Kajen");
    private static readonly string Second = Some.Article("Kajen", "En annan text.");

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public UpdatedTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task A_changed_text_is_updated_at_its_upload_and_keeps_that_date()
    {
        await UploadAsync(First);
        await HourAsync(Second);
        Assert.Equal(Changed, Updated());

        await HourAsync(Second);
        Assert.Equal(Changed, Updated());

        await HourAsync(Some.Article("Kajen", "En tredje text."));
        Assert.Equal("4 maj 2026 kl. 13.00", Updated());
    }

    [Fact]
    public async Task The_same_bytes_again_are_no_update()
    {
        await UploadAsync(First);
        await HourAsync(First);

        Assert.Null(Updated());
    }

    [Theory]
    [InlineData("Ett stycke om saken.", null)]
    [InlineData("En annan text.", "4 maj 2026 kl. 12.00")]
    public async Task A_draft_and_back_is_an_update_if_the_text_changed(string text, string? updated)
    {
        await UploadAsync(Some.ArticleWith("author: A"));
        await HourAsync(Some.ArticleWith("author: A\ndraft: true"));
        await HourAsync(Some.ArticleWith("author: A", text: text));

        Assert.Equal(updated, Updated());
    }

    [Fact]
    public async Task A_change_before_publication_is_no_update()
    {
        await UploadAsync(Some.ArticleWith("draft: true", text: "Ett utkast."));
        await HourAsync(Some.ArticleWith("draft: true", text: "Ett bättre utkast."));
        await HourAsync(Some.ArticleWith("draft: false", text: "En artikel."));

        Assert.Null(Updated());
    }

    [Theory]
    [InlineData("Ett stycke om saken.", null)]
    [InlineData("En annan text.", "4 maj 2026 kl. 12.00")]
    public async Task A_refused_and_then_corrected_file_is_an_update_if_the_text_changed(string text, string? updated)
    {
        await UploadAsync(Some.ArticleWith("author: A"));
        await HourAsync(Some.ArticleWith("date: i går"));
        await HourAsync(Some.ArticleWith("author: A", text: text));

        Assert.Equal(updated, Updated());
    }

    [Theory]
    [InlineData("created first")]
    [InlineData("deleted first")]
    public async Task A_rename_is_no_update_but_a_later_change_is(string order)
    {
        await UploadAsync(First);
        await RenameAsync(order);
        Assert.Null(Updated("2026/05/bryggan/index.html"));

        await HourAsync(Second, "artiklar/2026-05-01-bryggan.md");
        Assert.Equal("4 maj 2026 kl. 12.00", Updated("2026/05/bryggan/index.html"));
    }

    [Theory]
    [InlineData("created first")]
    [InlineData("deleted first")]
    public async Task A_rename_keeps_the_date_of_the_update(string order)
    {
        await UploadAsync(Some.Article("Kajen", "Den första texten."));
        await HourAsync(First);
        await RenameAsync(order);

        Assert.Equal(Changed, Updated("2026/05/bryggan/index.html"));
    }

    [Theory]
    [InlineData("Ett stycke om saken.", null)]
    [InlineData("En annan text.", Changed)]
    public async Task A_file_that_is_deleted_and_created_again_is_an_update_if_the_text_changed(
        string text, string? updated)
    {
        await UploadAsync(First);
        _site.Delete(Path);
        await _site.SettleAsync();
        await HourAsync(Some.Article("Kajen", text));

        Assert.Equal(updated, Updated());
    }

    [Fact]
    public async Task The_first_publication_after_a_wait_for_the_URL_is_no_update()
    {
        await UploadAsync(First, "artiklar/2026-05-01-a.md");
        await UploadAsync("---\nslug: a\n---\n" + Second);
        await HourAsync("---\nslug: a\n---\n" + Some.Article("Bryggan", "Bättre, i väntan."));
        _site.Delete("artiklar/2026-05-01-a.md");
        await _site.SettleAsync();

        Assert.Contains("<h1>Bryggan</h1>", _site.Pages["2026/05/a/index.html"], StringComparison.Ordinal);
        Assert.Null(Updated("2026/05/a/index.html"));
    }

    [Fact]
    public async Task An_article_that_gets_its_URL_back_is_an_update_if_the_text_changed_meanwhile()
    {
        const string Other = "artiklar/2026-05-01-a.md";
        await UploadAsync("---\nslug: a\n---\n" + First);
        await UploadAsync(Second, Other);
        await HourAsync("---\nslug: a\n---\n" + Some.Article("Kajen", "Ändrad i väntan."));
        _site.Delete(Other);
        await _site.SettleAsync();

        Assert.Equal(Changed, Updated("2026/05/a/index.html"));
    }

    [Fact]
    public async Task A_new_theme_a_new_engine_and_a_rebuild_are_no_update()
    {
        await UploadAsync(First);
        await UploadAsync(Second, "artiklar/2026-05-02-a.md");
        _clock.Advance(TimeSpan.FromHours(1));

        await UploadAsync("p{margin:0}", "tema/stil.css");
        await _site.Engine.Rebuilder.StartAsync(default);
        await _site.SettleAsync();
        await SetRulesAsync("0");
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();

        Assert.NotEqual("0", await RulesAsync());
        Assert.Null(Updated());
    }

    [Fact]
    public async Task Another_time_zone_is_no_update_and_shows_the_same_moment_in_its_time()
    {
        await UploadAsync("---\ndate: 2026-05-01T12:00Z\n---\n" + First, "artiklar/a.md");
        await UploadAsync("---\ndate: 2026-05-01T12:00Z\n---\n" + First, "artiklar/b.md");
        await HourAsync("---\ndate: 2026-05-01T12:00Z\n---\n" + Second, "artiklar/b.md");

        await HourAsync("timeZone: Europe/Helsinki\n", "site.yaml");
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();

        Assert.Contains("1 maj 2026 kl. 15.00", _site.Pages["2026/05/a/index.html"], StringComparison.Ordinal);
        Assert.Null(Updated("2026/05/a/index.html"));
        Assert.Equal("4 maj 2026 kl. 12.00", Updated("2026/05/b/index.html"));
    }

    [Fact]
    public async Task The_setting_updated_is_the_date_of_the_update()
    {
        await UploadAsync(Some.ArticleWith("updated: 2026-05-03 09:15"));
        Assert.Equal("3 maj 2026 kl. 09.15", Updated());
    }

    private Task UploadAsync(string text, string path = Path)
    {
        _site.Upload(path, text);
        return _site.SettleAsync();
    }

    /// <summary>Uploads a file an hour later.</summary>
    private Task HourAsync(string text, string path = Path)
    {
        _clock.Advance(TimeSpan.FromHours(1));
        return UploadAsync(text, path);
    }

    private async Task RenameAsync(string order)
    {
        _clock.Advance(TimeSpan.FromHours(1));
        if (order == "deleted first")
        {
            _site.Delete(Path);
            await _site.SettleAsync();
        }

        await UploadAsync(First, "artiklar/2026-05-01-bryggan.md");
        _site.Delete(Path);
        await _site.SettleAsync();
    }

    private async Task SetRulesAsync(string rules)
    {
        var row = (await _site.Storage.Index.FindAsync(IndexKeys.Source(new(Path)), default))!;
        var columns = new Dictionary<string, string>(row.Columns) { ["rules"] = rules };
        await _site.Storage.Index.CommitAsync([new RowChange.Replace(row.Key, columns, row.ETag)], default);
    }

    private async Task<string> RulesAsync() =>
        (await _site.Storage.Index.FindAsync(IndexKeys.Source(new(Path)), default))!.Columns["rules"];

    /// <summary>The date of the update that a page shows; <c>null</c> if it shows none.</summary>
    private string? Updated(string page = Page)
    {
        const string Label = "Uppdaterad: <time datetime=\"";
        var html = _site.Pages[page];
        var label = html.IndexOf(Label, StringComparison.Ordinal);
        if (label < 0)
        {
            return null;
        }

        var start = html.IndexOf('>', label + Label.Length) + 1;
        return html[start..html.IndexOf('<', start)];
    }
}
