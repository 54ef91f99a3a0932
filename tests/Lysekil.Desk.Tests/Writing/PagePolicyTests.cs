using Lysekil.Desk.SignIn;

namespace Lysekil.Desk.Tests.Writing;

public sealed class PagePolicyTests
{
    [Fact]
    public async Task Pages_for_writing_have_nothing_that_the_policy_would_stop_and_a_label_for_each_field()
    {
        await using var site = await DeskSite.StartAsync();
        await site.UploadAsync(Some.Path, Some.ArticleWith("tags: [Hamnen]"));
        string[] urls =
        [
            "/desk/ny", "/desk/bilder", "/desk/installningar",
            "/desk/skriv/" + Some.Path, $"/desk/skriv/{Some.Path}?vy=fil",
            "/desk/atgard/avpublicera/" + Some.Path, "/desk/atgard/flytta/" + Some.Path,
            "/desk/atgard/schemalagg/" + Some.Path, "/desk/atgard/radera/" + Some.Path,
        ];
        foreach (var url in urls)
        {
            var page = await site.As(DeskRole.Publisher).PageAsync(url);

            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src]), base, object, embed"));
            Assert.All(
                page.QuerySelectorAll("script, link[rel=stylesheet], link[rel=icon]"),
                e => Assert.StartsWith("/desk/assets/", e.GetAttribute("src") ?? e.GetAttribute("href")));
            Assert.DoesNotContain(
                page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
            Assert.All(
                page.QuerySelectorAll("input:not([type=hidden]), textarea, select"),
                e => Assert.True(
                    e.Closest("label") is not null || page.QuerySelector($"label[for='{e.Id}']") is not null,
                    $"{e.OuterHtml} on {url} has no label."));
            Assert.All(
                page.QuerySelectorAll("iframe"), f => Assert.Equal("allow-same-origin", f.GetAttribute("sandbox")));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            Assert.Equal(ids.Distinct(), ids);
        }
    }

    [Fact]
    public async Task Every_module_and_style_sheet_that_a_page_or_a_module_names_is_served()
    {
        await using var site = await DeskSite.StartAsync();
        foreach (var module in new[]
        {
            "editor.mjs", "library.mjs", "rendering.mjs", "settings.mjs", "uploading.mjs",
        })
        {
            var answer = await site.As(null).GetAsync("/desk/assets/" + module);
            Assert.Equal(200, (int)answer.Status);
            foreach (var line in answer.Text.Split('\n').Where(l => l.StartsWith("import ", StringComparison.Ordinal)))
            {
                var imported = line.Split('\'')[1].Replace("./", "/desk/assets/", StringComparison.Ordinal);
                Assert.Equal(200, (int)(await site.As(null).GetAsync(imported)).Status);
            }
        }

        Assert.Equal(200, (int)(await site.As(null).GetAsync("/desk/assets/editor.css")).Status);
        Assert.Equal(200, (int)(await site.As(null).GetAsync("/desk/assets/preview.css")).Status);
        Assert.Equal(200, (int)(await site.As(null).GetAsync("/desk/assets/settings.css")).Status);
    }
}
