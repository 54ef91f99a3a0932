using System.Net;
using Xunit.Abstractions;

namespace Lysekil.Local.Tests.Runner;

/// <summary>
/// Uploads and saved files are live within seconds. Each test has an article of its own on one site.
/// </summary>
public sealed class LiveTests(LiveSite site, ITestOutputHelper output) : IClassFixture<LiveSite>, IAsyncLifetime
{
    private static readonly TimeSpan LiveWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public async Task InitializeAsync()
    {
        await ExpectAsync("2019/10/annat/", HttpStatusCode.OK, "Annan text", TimeSpan.FromSeconds(20));
        await ExpectAsync("nyhetsarkiv/2019/10/", HttpStatusCode.OK, "Annat", TimeSpan.FromSeconds(20));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_uploaded_article_is_live_until_it_is_deleted()
    {
        const string Name = "artiklar/2019-10-05-valkyriornas-hostmote.md";
        const string Page = "2019/10/valkyriornas-hostmote/";
        await site.Container.UploadBlobAsync(
            Name, BinaryData.FromString("# Valkyriornas höstmöte\n\nUnder kvällen.\n"));
        await ExpectAsync(Page, HttpStatusCode.OK, "Under kvällen");
        foreach (var item in new[] { "", "nyhetsarkiv/2019/10/", "rss.xml", "atom.xml", "feed.json" })
        {
            await ExpectAsync(item, HttpStatusCode.OK, "valkyriornas-hostmote");
        }

        await RunnerProcess.SettledAsync(site.Ports);
        var other = await site.Http.GetAsync("nyhetsarkiv/");
        await site.Container.GetBlobClient(Name).UploadAsync(
            BinaryData.FromString("# Valkyriornas höstmöte\n\nNy text.\n"), overwrite: true);
        await ExpectAsync(Page, HttpStatusCode.OK, "Ny text");
        await RunnerProcess.SettledAsync(site.Ports);
        Assert.Equal(other.Headers.ETag, (await site.Http.GetAsync("nyhetsarkiv/")).Headers.ETag);

        await site.Container.DeleteBlobAsync(Name);
        await ExpectAsync(Page, HttpStatusCode.NotFound, "");
        await ExpectGoneAsync("nyhetsarkiv/2019/10/", "valkyriornas-hostmote");
        await ExpectGoneAsync("rss.xml", "valkyriornas-hostmote");
        foreach (var change in new[] { "published", "updated", "removed" })
        {
            await ExpectLineAsync(change, Name); // A page may be gone before the end of its publish is reported.
        }
    }

    [Fact]
    public async Task A_saved_file_is_live()
    {
        site.Content.Write("artiklar/2019-10-06-batarna.md", "# Båtarna\n\nVid bryggan.\n");

        await ExpectAsync("2019/10/batarna/", HttpStatusCode.OK, "Vid bryggan");
    }

    [Fact]
    public async Task The_old_address_of_a_renamed_article_leads_to_this_site_and_not_to_the_published_one()
    {
        const string Text = "# Fyren\n\nPå udden.\n";
        site.Content.Write("artiklar/2019-10-07-fyren.md", Text);
        await ExpectAsync("2019/10/fyren/", HttpStatusCode.OK, "På udden");

        site.Content.Write("artiklar/2019-10-07-nya-fyren.md", Text);
        site.Content.Delete("artiklar/2019-10-07-fyren.md");

        await ExpectAsync("2019/10/fyren/", HttpStatusCode.OK, "url=https://prov.example/2019/10/nya-fyren/");
        using var browsed = new HttpRequestMessage(HttpMethod.Get, "2019/10/fyren/");
        browsed.Headers.Accept.ParseAdd("text/html");
        var page = await (await site.Http.SendAsync(browsed)).Content.ReadAsStringAsync();
        Assert.Contains("content=\"0; url=/2019/10/nya-fyren/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_article_is_live_at_its_time_and_not_before()
    {
        const string Name = "artiklar/kajen.md";
        var date = TimeProvider.System.GetUtcNow().AddSeconds(12);
        var page = $"{TimeZoneInfo.ConvertTime(date, Stockholm):yyyy'/'MM}/kajen/";
        var text = $"---\ndate: {date:yyyy-MM-dd'T'HH:mm:ss.fff}Z\n---\n# Kajen\n\nNu är det dags.\n";
        await site.Container.UploadBlobAsync(Name, BinaryData.FromString(text));
        await UntilLineAsync("scheduled", Name, date);

        while (TimeProvider.System.GetUtcNow() < date)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(page)).StatusCode);
            await Task.Delay(50);
        }

        await ExpectAsync(page, HttpStatusCode.OK, "Nu är det dags");
        output.WriteLine($"live {(TimeProvider.System.GetUtcNow() - date).TotalSeconds:0.0} s after its time");
    }

    private Task ExpectLineAsync(string word, string name) =>
        UntilLineAsync(word, name, TimeProvider.System.GetUtcNow().AddSeconds(30));

    /// <summary>Waits for a line about a file.</summary>
    private async Task UntilLineAsync(string word, string name, DateTimeOffset deadline)
    {
        while (!site.Output.Split('\n').Any(IsLine))
        {
            Assert.True(
                TimeProvider.System.GetUtcNow() < deadline, $"There is no line '{word}' of {name}.\n{site.Output}");
            await Task.Delay(50);
        }

        bool IsLine(string line) =>
            line.Contains(word, StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal);
    }

    private Task ExpectGoneAsync(string path, string text) =>
        UntilAsync(path, LiveWithin, async answer => !await ContainsAsync(answer, text));

    private Task ExpectAsync(string path, HttpStatusCode status, string text, TimeSpan? within = null) =>
        UntilAsync(path, within ?? LiveWithin, async answer =>
            answer.StatusCode == status && await ContainsAsync(answer, text));

    private static async Task<bool> ContainsAsync(HttpResponseMessage answer, string text) =>
        (await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);

    private async Task UntilAsync(string path, TimeSpan within, Func<HttpResponseMessage, Task<bool>> isReached)
    {
        // Benchmarks measure the time without other load; a test run may share the machine with anything.
        var deadline = TimeProvider.System.GetUtcNow() + (15 * within);
        while (!await isReached(await site.Http.GetAsync(path)))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"/{path} is not as expected.\n{site.Output}");
            await Task.Delay(50);
        }
    }
}
