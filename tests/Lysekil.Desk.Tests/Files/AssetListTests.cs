using System.Globalization;
using AngleSharp.Html.Dom;
using Lysekil.Desk.SignIn;
using Lysekil.Desk.Tests.Writing;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Desk.Tests.Files;

/// <summary>Pictures in the list of files.</summary>
public sealed class AssetListTests : IAsyncLifetime
{
    private const string Kept = "bilder/fyren.png";
    private const string Picture = "bilder/hamnen.png";

    private DeskSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await DeskSite.StartAsync();
        _site.Site.Upload(Some.Path, Some.Article());
        _site.Site.Upload(Picture, SamplePicture.Png(60, 40));
        _site.Site.Upload(Kept, SamplePicture.Png(60, 41));
        await _site.Site.SettleAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("", false)]
    [InlineData("?sok=hamnen", true)]
    [InlineData("?visa=live", true)]
    public async Task A_published_picture_is_left_out_unless_it_is_asked_for(string query, bool isListed)
    {
        var page = await As.PageAsync("/desk/" + query);

        Assert.Equal(isListed, PathsOf(page).Contains(Picture));
        Assert.Equal(!isListed, page.Body!.TextContent.Contains("Publicerade bilder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_published_is_among_all_files()
    {
        await _site.UploadAsync("bilder/trasig.png", "inte en bild");
        await FailAsync(Picture);

        var page = await As.PageAsync("/desk/");

        Assert.Equal(
            [Some.Path, Picture, "bilder/trasig.png"], PathsOf(page).Order(StringComparer.Ordinal));
        Assert.Equal("Misslyckades", page.QuerySelector(".state.failed")!.TextContent);
    }

    [Fact]
    public async Task Pictures_that_were_deleted_at_the_desk_are_among_the_deleted_until_they_are_restored()
    {
        _site.Site.Delete(Some.Path);
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeleteAsync(Picture);
        _site.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await DeleteAsync(Kept);
        await _site.Site.SettleAsync();

        var page = await As.PageAsync("/desk/?visa=deleted");
        Assert.Equal([Kept, Picture, Some.Path], PathsOf(page));
        Assert.Equal("/desk/historik/" + Kept, page.QuerySelector(".files .title")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("[data-live]"));

        await As.PostAsync("/desk/atgard/angra/" + Kept, EditorForm.FieldsOf(done, "form[method=post]"));
        Assert.Equal([Picture, Some.Path], PathsOf(await As.PageAsync("/desk/?visa=deleted")));
        await DeleteAsync(Kept);
        Assert.Equal([Kept, Picture, Some.Path], PathsOf(await As.PageAsync("/desk/?visa=deleted")));
    }

    [Fact]
    public async Task A_picture_that_was_deleted_past_the_desk_is_listed_with_its_history_until_it_is_restored()
    {
        const string Shared = "bilder/kajen.png";
        await _site.SaveAsync(Shared, "En kaj");
        _site.Site.Delete(Shared);
        await _site.Site.SettleAsync();

        var deleted = await As.PageAsync("/desk/?visa=deleted");
        var page = await As.PageAsync(deleted.QuerySelector(".hint a")!.GetAttribute("href")!);
        Assert.Equal([Shared], PathsOf(page));
        var history = await As.PageAsync(page.QuerySelector(".files .title")!.GetAttribute("href")!);
        await As.PostAsync(
            "/desk/atgard/aterstall/" + Shared, EditorForm.FieldsOf(history, "form[method=post]"));

        Assert.Equal("En kaj", _site.Site.Storage.Content.Find(Shared)!.Text);
        Assert.Empty(PathsOf(await As.PageAsync("/desk/bilder/raderade")));
    }

    [Fact]
    public async Task A_picture_that_was_moved_is_not_among_the_deleted()
    {
        var fields = EditorForm.FieldsOf(
            await As.PageAsync($"/desk/atgard/flytta/{Picture}?varde=bilder/kajen.png"), "form[method=post]");
        await As.PostAsync("/desk/atgard/flytta/" + Picture, fields);

        Assert.Null(_site.Site.Storage.Content.Find(Picture));
        Assert.Empty(PathsOf(await As.PageAsync("/desk/?visa=deleted")));
    }

    [Fact]
    public async Task Pages_of_deleted_pictures_follow_each_other_without_a_gap_or_a_picture_twice()
    {
        for (var number = 0; number < 60; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"bilder/{number:00}.png");
            _site.Site.Storage.Content.Put(name, "x");
            await DeleteAsync(name);
        }

        var first = await As.PageAsync("/desk/?visa=deleted");
        var next = first.QuerySelector(".paging a")!.GetAttribute("href")!;
        var second = await As.PageAsync(next);

        Assert.Equal((50, 10), (PathsOf(first).Count, PathsOf(second).Count));
        Assert.Equal(60, PathsOf(first).Concat(PathsOf(second)).Distinct().Count());
    }

    private DeskBrowser As => _site.As(DeskRole.Publisher);

    private static List<string> PathsOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".files .path").Select(p => p.TextContent)];

    /// <summary>Deletes a file, and gives the page that follows.</summary>
    private async Task<IHtmlDocument> DeleteAsync(string path)
    {
        var url = "/desk/atgard/radera/" + path;
        var fields = EditorForm.FieldsOf(await As.PageAsync(url), "form[method=post]");
        return await As.PageAsync((await As.PostAsync(url, fields)).Headers["Location"]);
    }

    /// <summary>Notes that publishing a file was given up.</summary>
    private async Task FailAsync(string path) => await _site.Site.Storage.Index.CommitAsync(
        [
            new RowChange.Insert(
                IndexKeys.Failures + "source:" + IndexKeys.Encode(path),
                new Dictionary<string, string>
                {
                    ["path"] = path,
                    ["reason"] = "Storage was gone",
                    ["at"] = Some.Now.ToString("O", CultureInfo.InvariantCulture),
                    ["rounds"] = "1",
                }),
        ],
        default);
}
