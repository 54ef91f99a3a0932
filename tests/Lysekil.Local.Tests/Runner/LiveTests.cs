using System.Net;
using Xunit.Abstractions;

namespace Lysekil.Local.Tests.Runner;

/// <summary>What is uploaded or saved is live within seconds. Each test has an article of its own on one site.</summary>
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
    public async Task A_blob_that_any_client_uploads_is_live_until_it_is_deleted()
    {
        const string Name = "artiklar/2019-10-05-valkyriornas-hostmote.md";
        const string Page = "2019/10/valkyriornas-hostmote/";
        await site.Container.UploadBlobAsync(Name, BinaryData.FromString("# Valkyriornas höstmöte\n\nUnder kvällen.\n"));
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
            await ExpectSaidAsync(change, Name); // Pages may be gone before the publish that took them away is done, and says so.
        }
    }

    [Fact]
    public async Task A_file_that_is_saved_is_live()
    {
        site.Content.Write("artiklar/2019-10-06-batarna.md", "# Båtarna\n\nVid bryggan.\n");

        await ExpectAsync("2019/10/batarna/", HttpStatusCode.OK, "Vid bryggan");
    }

    [Fact]
    public async Task An_article_that_is_dated_some_seconds_ahead_is_live_then_and_not_before()
    {
        const string Name = "artiklar/kajen.md";
        var date = TimeProvider.System.GetUtcNow().AddSeconds(12);
        var page = $"{TimeZoneInfo.ConvertTime(date, Stockholm):yyyy/MM}/kajen/";
        await site.Container.UploadBlobAsync(
            Name, BinaryData.FromString($"---\ndate: {date:yyyy-MM-dd'T'HH:mm:ss.fff}Z\n---\n# Kajen\n\nNu är det dags.\n"));
        await UntilSaidAsync("scheduled", Name, date);

        while (TimeProvider.System.GetUtcNow() < date)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Http.GetAsync(page)).StatusCode);
            await Task.Delay(50);
        }

        await ExpectAsync(page, HttpStatusCode.OK, "Nu är det dags");
        output.WriteLine($"live {(TimeProvider.System.GetUtcNow() - date).TotalSeconds:0.0} s after its time");
    }

    private Task ExpectSaidAsync(string word, string name) =>
        UntilSaidAsync(word, name, TimeProvider.System.GetUtcNow().AddSeconds(30));

    /// <summary>Waits for a line about a file.</summary>
    private async Task UntilSaidAsync(string word, string name, DateTimeOffset deadline)
    {
        while (!site.Output.Split('\n').Any(line => line.Contains(word, StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal)))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"'{word}' was not said of {name}.\n{site.Output}");
            await Task.Delay(50);
        }
    }

    private Task ExpectGoneAsync(string path, string text) =>
        UntilAsync(path, LiveWithin, async answer => !(await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal));

    private Task ExpectAsync(string path, HttpStatusCode status, string text, TimeSpan? within = null) =>
        UntilAsync(path, within ?? LiveWithin, async answer =>
            answer.StatusCode == status && (await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal));

    private async Task UntilAsync(string path, TimeSpan within, Func<HttpResponseMessage, Task<bool>> isReached)
    {
        // Benchmarks measure the promise on a machine that does nothing else; a test run may share the machine with anything.
        var deadline = TimeProvider.System.GetUtcNow() + (15 * within);
        while (!await isReached(await site.Http.GetAsync(path)))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"/{path} is not as expected.\n{site.Output}");
            await Task.Delay(50);
        }
    }
}
