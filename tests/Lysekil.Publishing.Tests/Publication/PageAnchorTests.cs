using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>Links to parts of other pages, absolute links, and what a dry run says of links.</summary>
public class PageAnchorTests
{
    private const string Text = "artiklar/2026-05-02-remissen.md";
    private const string Target = "sidor/avgifter.md";

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly SimulatedSite _site;

    public PageAnchorTests() => _site = new SimulatedSite(_clock);

    [Fact]
    public async Task A_part_that_a_page_does_not_have_is_told_until_it_has_it()
    {
        await UploadAsync(Target, "# Avgifter\n\n## Hamnen\n\nText.\n");
        await UploadAsync(Text, Linking("/avgifter/#nya-avgifter"));
        Assert.Equal([$"{Text}:3 anchor"], await WarningsAsync());

        await UploadAsync(Target, "# Avgifter\n\n## Nya avgifter\n\nText.\n");
        Assert.Empty(await WarningsAsync());

        await UploadAsync(Target, "# Avgifter\n\n## Gamla avgifter\n\nText.\n");
        Assert.Equal([$"{Text}:3 anchor"], await WarningsAsync());

        await DeleteAsync(Target);
        Assert.Equal([$"{Text}:3 missing-page"], await WarningsAsync());
    }

    [Theory]
    [InlineData("hamnen")]
    [InlineData("b%C3%A5tplatser")]
    [InlineData("egen")]
    [InlineData("tabell")]
    [InlineData("top")]
    [InlineData("")]
    [InlineData(":~:text=avgift")]
    [InlineData("fn:1")]
    public async Task Each_part_of_a_page_is_known(string fragment)
    {
        await UploadAsync(
            Target,
            "# Avgifter\n\n## Hamnen\n\n### Båtplatser\n\nText.[^1]\n\n## Annat {#egen}\n\n"
            + "<p id=\"tabell\">Text.</p>\n\n[^1]: Noten.\n");
        await UploadAsync(Text, Linking($"/avgifter/#{fragment}"));

        Assert.Empty(await WarningsAsync());
    }

    /// <summary>The column of names has a size limit: a page with too many is believed to have each.</summary>
    [Fact]
    public async Task A_page_of_very_many_parts_is_believed_to_have_each()
    {
        var headings = Enumerable.Range(0, 900).Select(i => $"## Om avgift nummer {i}\n\n");
        await UploadAsync(Target, "# Avgifter\n\n" + string.Concat(headings));
        await UploadAsync(Text, Linking("/avgifter/#inte"));

        Assert.Empty(await WarningsAsync());
    }

    [Fact]
    public async Task A_page_that_redirects_is_believed_to_have_each_part()
    {
        await UploadAsync(Target, "---\naliases: [/taxa/]\n---\n# Avgifter\n\nText.\n");
        await UploadAsync(Text, Linking("/taxa/#hamnen"));

        Assert.Empty(await WarningsAsync());
    }

    [Fact]
    public async Task A_text_s_full_address_with_a_part_of_it_is_checked_as_well()
    {
        await UploadAsync(
            Text, "# Remissen\n\n## Svaren\n\n[a](/2026/05/remissen/#svaren) [b](/2026/05/remissen/#nej)\n");

        Assert.Equal([$"{Text}:5 anchor"], await WarningsAsync());
        Assert.DoesNotContain(_site.Storage.Index.Rows, r => r.Key.StartsWith("link:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://nyheter.example/2026/05/kajen/", true)]
    [InlineData("http://nyheter.example/2026/05/kajen/#x", true)]
    [InlineData("https://nyheter.example:8080/2026/05/kajen/", false)]
    [InlineData("https://www.example/2026/05/kajen/", false)]
    public async Task An_absolute_address_of_the_site_is_checked(string url, bool isOfSite)
    {
        await UploadAsync("site.yaml", "title: Nyheter\nbaseUrl: https://nyheter.example\n");
        foreach (var link in new[] { $"[mer]({url})", $"<{url}>", url })
        {
            await UploadAsync(Text, $"# Remissen\n\nLäs {link}\n");

            Assert.Equal(isOfSite ? [$"{Text}:3 missing-page"] : [], await WarningsAsync());
        }
    }

    [Fact]
    public async Task A_new_address_of_the_site_counts_after_a_reconcile()
    {
        await UploadAsync("site.yaml", "title: Nyheter\nbaseUrl: https://nyheter.example\n");
        await UploadAsync(Text, Linking("https://lysekil.example/2026/05/kajen/"));
        Assert.Empty(await WarningsAsync());

        await UploadAsync("site.yaml", "title: Nyheter\nbaseUrl: https://lysekil.example\n");
        await _site.Engine.Reconciler.ReconcileSourcesAsync(default);
        await _site.SettleAsync();
        Assert.Equal([$"{Text}:3 missing-page"], await WarningsAsync());
    }

    [Fact]
    public async Task A_dry_run_says_of_links_what_publishing_says_in_the_end()
    {
        (string Path, string Text)[] files =
        [
            ("site.yaml", "title: Nyheter\nbaseUrl: https://nyheter.example\n"),
            (Text, Linking("/2026/06/senare/") + "\n[a](/avgifter/#nej) [b](/gammal/) [c](/2026/05/a/)\n"),
            ("artiklar/2026-05-01-a.md", Linking("https://nyheter.example/2026/05/remissen/")),
            ("artiklar/2026-06-01-senare.md", Some.Article("Senare")),
            (Target, "---\naliases: [/gammal/]\n---\n# Avgifter\n\n[a](/2026/05/borta/) [b](/avgifter/#nej)\n"),
        ];
        var checkedFiles = await PublishDryRun.RunAsync(
            files.Select(f => new PublishDryRun.SourceFile(
                new SourcePath(f.Path), Some.Now, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(f.Text)))),
            Some.Now,
            trial: null,
            default);
        foreach (var (path, text) in files)
        {
            _site.Upload(path, text);
        }

        await _site.SettleAsync();

        var diagnosed = (await _site.Engine.Status.ReadAsync(default)).Diagnosed;
        Assert.Equal(
            diagnosed.SelectMany(s => s.Diagnostics.Select(d => (s.Path, d))),
            checkedFiles.SelectMany(o => o.Diagnostics.Select(d => (o.Path, d))));
        Assert.Equal(
            [
                $"{Text}:3 scheduled-page", $"{Text}:5 anchor", $"{Target}:6 missing-page", $"{Target}:6 anchor",
            ],
            await WarningsAsync());
    }

    private static string Linking(string url) => $"# Remissen\n\nLäs [mer]({url}).\n";

    private async Task<IReadOnlyList<string>> WarningsAsync() =>
    [
        .. (await _site.Engine.Status.ReadAsync(default)).Diagnosed
            .SelectMany(s => s.Diagnostics.Select(d => $"{s.Path}:{d.Line} {d.Code}")),
    ];

    private Task UploadAsync(string path, string text)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(path, text);
        return _site.SettleAsync();
    }

    private Task DeleteAsync(string path)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Delete(path);
        return _site.SettleAsync();
    }
}
