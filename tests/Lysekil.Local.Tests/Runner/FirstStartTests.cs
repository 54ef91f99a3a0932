using Lysekil.Local.Storage;

namespace Lysekil.Local.Tests.Runner;

/// <summary>What a developer meets in the first minutes.</summary>
public sealed class FirstStartTests : IDisposable
{
    private readonly TemporaryFolder _content = new();
    private readonly TemporaryFolder _data = new();
    private readonly EmulatorPorts _ports = FreePorts.Three();

    public void Dispose()
    {
        _content.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Only_what_is_missing_once_all_is_published_is_told_and_told_once()
    {
        Directory.CreateDirectory(Path.Combine(_content.FullPath, "bilder"));
        File.Copy(
            Path.Combine(Sample.Content, "bilder", "hamnen.jpg"),
            Path.Combine(_content.FullPath, "bilder", "hamnen.jpg"));
        _content.Write("artiklar/2019-10-01-kajen.md", "# Kajen\n\n![Kajen](/bilder/hamnen.jpg)\n\n[Om](/om/)\n");
        _content.Write("artiklar/2019-10-02-fyren.md", "# Fyren\n\n![Fyren](/bilder/saknas.jpg)\n");
        _content.Write("sidor/om.md", "# Om oss\n\nText.\n");
        await using var runner = Start(_data, _ports);
        await runner.Address;

        await UntilAsync(runner, "bilder/saknas.jpg som texten använder finns inte");
        await UntilAsync(runner, "bilder/hamnen.jpg  http");
        await RunnerProcess.SettledAsync(_ports);
        await Task.Delay(TimeSpan.FromSeconds(3)); // A warning that is held back comes after two.

        Assert.Single(Lines(runner, "finns inte"));
        Assert.Empty(Lines(runner, "leder ingenstans"));
    }

    /// <summary>Two would write over each other's data, and delete what the other has uploaded.</summary>
    [Fact]
    public async Task A_second_runner_on_the_same_data_or_ports_is_refused_and_the_first_goes_on()
    {
        _content.Write("artiklar/2019-10-01-kajen.md", "# Kajen\n\nText.\n");
        using var other = new TemporaryFolder();
        await using var first = Start(_data, _ports);
        using var http = new HttpClient { BaseAddress = await first.Address };

        await using var sameData = Start(_data, FreePorts.Three());
        await using var samePorts = Start(other, _ports);

        Assert.Equal(1, await sameData.EndAsync());
        Assert.Contains(
            $"Another runner works on the data in {_data.FullPath}.", sameData.Output, StringComparison.Ordinal);
        Assert.Contains("  → Stop it with Ctrl+C", sameData.Output, StringComparison.Ordinal);
        Assert.Equal(1, await samePorts.EndAsync());
        Assert.Contains(
            $"Another runner works on the local storage at {_ports}.", samePorts.Output, StringComparison.Ordinal);
        Assert.False(first.HasEnded);
        (await http.GetAsync(".lysekil/live-reload.js")).EnsureSuccessStatusCode();

        await first.KillAsync();
        using var lockAgain = RunnerLock.Take(_data.FullPath, _ports);
    }

    /// <summary>Three servers that take connections and never answer make the runner wait for ten seconds.</summary>
    [Fact]
    public async Task While_it_waits_for_others_it_says_so()
    {
        using var mute = new MutePorts(_ports);

        var run = RunnerProcess.RunAsync(Arguments(_data, _ports));
        var status = await RunnerProcess.RunAsync("status", "--azurite-port", $"{_ports.Blob}");

        Assert.Contains($"… looking for a storage on {_ports}, 5 s\n", (await run).Output, StringComparison.Ordinal);
        Assert.Contains("… status, 5 s\n", status.Output, StringComparison.Ordinal);
        Assert.All([await run, status], one =>
        {
            Assert.Equal(1, one.ExitCode);
            Assert.Contains("--azurite-port", one.Output, StringComparison.Ordinal);
        });
    }

    private RunnerProcess Start(TemporaryFolder data, EmulatorPorts ports) =>
        RunnerProcess.Start(Arguments(data, ports));

    private string[] Arguments(TemporaryFolder data, EmulatorPorts ports) =>
        ["--content", _content.FullPath, "--data", data.FullPath, "--port", "0", "--azurite-port", $"{ports.Blob}"];

    private static IEnumerable<string> Lines(RunnerProcess runner, string text) =>
        runner.Output.Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal));

    private static async Task UntilAsync(RunnerProcess runner, string text)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!Lines(runner, text).Any())
        {
            var waited = TimeProvider.System.GetElapsedTime(started);
            Assert.True(waited < TimeSpan.FromMinutes(2), $"No '{text}':\n{runner.Output}");
            await Task.Delay(100);
        }
    }
}
