using Lysekil.Local.Storage;

namespace Lysekil.Local.Tests.Runner;

/// <summary>A runner leaves no process behind, however it ends.</summary>
public sealed class RunnerEndTests : IDisposable
{
    private readonly TemporaryFolder _content = new();
    private readonly TemporaryFolder _data = new();
    private readonly EmulatorPorts _ports = FreePorts.Three();

    public void Dispose()
    {
        _content.Dispose();
        _data.Dispose();
    }

    /// <summary>
    /// Ctrl+C sends SIGINT, which processes that a script begins in the background ignore; SIGTERM ends such a runner.
    /// </summary>
    [Theory]
    [InlineData("--default-signal=INT", "INT")]
    [InlineData("--ignore-signal=INT", "TERM")]
    public async Task A_stopped_runner_says_so_and_ends_azurite(string disposition, string signal)
    {
        await using var runner = RunnerProcess.StartWith(disposition, Arguments);
        await runner.Address;

        var stopping = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, await runner.StopAsync(signal));

        Assert.False(await EmulatorProbe.IsRunningAsync(_ports, default));
        Assert.Contains("Stopped.", runner.Output, StringComparison.Ordinal);
        Assert.InRange(TimeProvider.System.GetElapsedTime(stopping).TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task A_killed_runner_leaves_no_azurite_behind()
    {
        await using var runner = RunnerProcess.Start(Arguments);
        await runner.Address;
        Assert.True(await EmulatorProbe.IsRunningAsync(_ports, default));

        await runner.KillAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await IsThereAsync(patience.Token))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private string[] Arguments =>
        ["--content", _content.FullPath, "--data", _data.FullPath, "--port", "0", "--azurite-port", $"{_ports.Blob}"];

    /// <summary>While Azurite ends, its ports are taken but do not answer: it still exists.</summary>
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
}
