using System.Net;
using Azure.Storage.Blobs;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Storage;
using Xunit.Abstractions;

namespace Lysekil.Local.Tests.Runner;

public sealed class LiveTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const string Name = "artiklar/2019-10-05-valkyriornas-hostmote.md";
    private const string Page = "2019/10/valkyriornas-hostmote/";

    private static readonly TimeSpan LiveWithin = TimeSpan.FromSeconds(2);
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private readonly TemporaryFolder _content = new();
    private readonly TemporaryFolder _data = new();
    private readonly HttpClient _http = new();
    private readonly EmulatorPorts _ports = FreePorts.Three();
    private RunnerProcess _runner = null!;
    private BlobContainerClient _container = null!;

    public async Task InitializeAsync()
    {
        _content.Write("site.yaml", "title: Provkommunen\nbase_url: https://prov.example\n");
        _content.Write("artiklar/2019-10-01-annat.md", "# Annat\n\nAnnan text.\n");
        _runner = RunnerProcess.Start(
            "--content", _content.FullPath, "--data", _data.FullPath, "--port", "0", "--azurite-port", $"{_ports.Blob}");
        _http.BaseAddress = await _runner.Address;
        _container = new BlobContainerClient(_ports.ConnectionString, StorageNames.Content);
        await ExpectAsync("2019/10/annat/", HttpStatusCode.OK, "Annan text", TimeSpan.FromSeconds(20));
        await ExpectAsync("nyhetsarkiv/2019/10/", HttpStatusCode.OK, "Annat", TimeSpan.FromSeconds(20));
    }

    public async Task DisposeAsync()
    {
        await _runner.StopAsync();
        await _runner.DisposeAsync();
    }

    public void Dispose()
    {
        _http.Dispose();
        _content.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task A_blob_that_any_client_uploads_is_live_until_it_is_deleted()
    {
        await _container.UploadBlobAsync(Name, BinaryData.FromString("# Valkyriornas höstmöte\n\nUnder kvällen.\n"));
        await ExpectAsync(Page, HttpStatusCode.OK, "Under kvällen");
        foreach (var item in new[] { "", "nyhetsarkiv/2019/10/", "rss.xml", "atom.xml", "feed.json" })
        {
            await ExpectAsync(item, HttpStatusCode.OK, "valkyriornas-hostmote");
        }

        await RunnerProcess.SettledAsync(_ports);
        var other = await _http.GetAsync("nyhetsarkiv/");
        await _container.GetBlobClient(Name).UploadAsync(
            BinaryData.FromString("# Valkyriornas höstmöte\n\nNy text.\n"), overwrite: true);
        await ExpectAsync(Page, HttpStatusCode.OK, "Ny text");
        await RunnerProcess.SettledAsync(_ports);
        Assert.Equal(other.Headers.ETag, (await _http.GetAsync("nyhetsarkiv/")).Headers.ETag);

        await _container.DeleteBlobAsync(Name);
        await ExpectAsync(Page, HttpStatusCode.NotFound, "");
        await ExpectGoneAsync("nyhetsarkiv/2019/10/", "valkyriornas-hostmote");
        await ExpectGoneAsync("rss.xml", "valkyriornas-hostmote");
        foreach (var change in new[] { "published", "updated", "removed" })
        {
            await ExpectSaidAsync(change); // Pages may be gone before the publish that took them away is done, and says so.
        }
    }

    private async Task ExpectSaidAsync(string word)
    {
        for (var tries = 0; tries < 300 && !_runner.Output.Contains(word, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(100);
        }

        Assert.Contains(word, _runner.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_saved_is_live()
    {
        _content.Write(Name, "# Valkyriornas höstmöte\n\nUnder kvällen.\n");

        await ExpectAsync(Page, HttpStatusCode.OK, "Under kvällen");
    }

    [Fact]
    public async Task An_article_that_is_dated_some_seconds_ahead_is_live_then_and_not_before()
    {
        var date = TimeProvider.System.GetUtcNow().AddSeconds(12);
        var page = $"{TimeZoneInfo.ConvertTime(date, Stockholm):yyyy/MM}/kajen/";
        await _container.UploadBlobAsync(
            "artiklar/kajen.md", BinaryData.FromString($"---\ndate: {date:yyyy-MM-dd'T'HH:mm:ss.fff}Z\n---\n# Kajen\n\nNu är det dags.\n"));
        await UntilSaidAsync("scheduled", date);

        while (TimeProvider.System.GetUtcNow() < date)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync(page)).StatusCode);
            await Task.Delay(50);
        }

        await ExpectAsync(page, HttpStatusCode.OK, "Nu är det dags");
        output.WriteLine($"live {(TimeProvider.System.GetUtcNow() - date).TotalSeconds:0.0} s after its time");
    }

    [Fact]
    public async Task A_killed_runner_leaves_no_azurite_behind()
    {
        await _runner.KillAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await IsThereAsync(patience.Token))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>While Azurite ends, its ports are taken and nobody answers: that is still there.</summary>
    private async Task<bool> IsThereAsync(CancellationToken cancellation)
    {
        try
        {
            return await EmulatorProbe.IsRunningAsync(_ports, cancellation);
        }
        catch (RunnerException)
        {
            return true;
        }
    }

    [Fact]
    public async Task A_stopped_runner_says_so_and_takes_azurite_along()
    {
        var stopping = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await _runner.StopAsync());

        Assert.False(await EmulatorProbe.IsRunningAsync(_ports, default));
        Assert.Contains("Stopped.", _runner.Output, StringComparison.Ordinal);
        Assert.InRange(TimeProvider.System.GetElapsedTime(stopping).TotalSeconds, 0, 10);
    }

    private async Task UntilSaidAsync(string what, DateTimeOffset deadline)
    {
        while (!_runner.Output.Contains(what, StringComparison.Ordinal))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"'{what}' was not said.\n{_runner.Output}");
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
        // Slower machines, and slower still under a whole test run: the promise is tried elsewhere, unburdened.
        var deadline = TimeProvider.System.GetUtcNow() + (5 * within);
        while (!await isReached(await _http.GetAsync(path)))
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, $"/{path} is not as expected.\n{_runner.Output}");
            await Task.Delay(50);
        }
    }
}
