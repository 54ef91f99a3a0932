using System.Text;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Pages;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Rendering.Pages;

/// <summary>The text of a page, from what was accepted once.</summary>
public class AcceptedTextTests
{
    [Theory]
    [InlineData("# Rubriken\n\nTexten.\n")]
    [InlineData("---\ntitle: Rubriken\n---\n# Rubriken\n\nTexten.\n")]
    [InlineData("# Rubriken\n\n2019-10-05 Texten.\n")]
    public async Task Is_what_the_reader_read(string file)
    {
        Assert.Equal(Some.Reading(file).Text!.ToHtml(), await HtmlAsync(file));
        Assert.Equal("<p>Texten.</p>\n", await HtmlAsync(file));
    }

    [Theory]
    [InlineData("---\naliases: [\"/sok/\"]\n---\n# Rubriken\n\nTexten.\n")]
    [InlineData("---\ntitle: \"!\"\n---\nTexten.\n")]
    [InlineData("---\ndate: i fjol\n---\n# Rubriken\n\nTexten.\n")]
    [InlineData("---\nunlisted: true\n---\n# Rubriken\n\nTexten.\n")]
    [InlineData("---\ntitle: Rubriken\n...\ndraft: true\n---\nTexten.\n")]
    public async Task Stays_readable_where_a_rule_would_refuse_the_file_today(string file)
    {
        Assert.Contains(Some.Reading(file).Diagnostics, r => r.Severity == Severity.Refusal);
        Assert.Equal("<p>Texten.</p>\n", await HtmlAsync(file));
    }

    [Fact]
    public async Task Stays_as_it_was_where_another_system_s_settings_were_shown()
    {
        const string File = "+++\ntitle = 'Ny kaj'\n+++\n\n# Rubriken\n\nTexten.\n";

        Assert.Equal("front-matter", Assert.Single(Some.Reading(File).Diagnostics).Code);
        Assert.Equal("<p>+++\ntitle = ’Ny kaj’\n+++</p>\n<p>Texten.</p>\n", await HtmlAsync(File));
    }

    [Fact]
    public async Task Html_is_cleaned_for_the_page_and_for_feeds()
    {
        const string File = "# Rubriken\n\n<p>Texten <a href=\"/sok/\" onclick=\"x()\">här</a>.</p>\n";

        Assert.Equal("<p>Texten <a href=\"/sok/\">här</a>.</p>\n", await HtmlAsync(File));
        Assert.Equal("<p>Texten <a href=\"https://example.se/sok/\">här</a>.</p>\n", await HtmlAsync(File, new Uri("https://example.se/2019/10/rubriken/")));
    }

    private static async Task<string> HtmlAsync(string file, Uri? page = null)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        var accepted = new AcceptedSources(new SimulatedStorage(Some.Clock()).Site.Accepted);
        var hash = ContentHash.Of(bytes);
        await accepted.KeepAsync(hash, bytes, default);
        var item = new PublishedItem
        {
            Path = Some.ArticlePath,
            Page = PageKey.FromUrl("/2019/10/hostmote/")!,
            Accepted = hash,
            Modified = Some.Now,
            Title = "Rubriken",
        };
        return (await AcceptedText.ReadAsync(accepted, item, default)).ToHtml(page);
    }
}
