using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Local.Storage;

namespace Lysekil.Local.Tests.Runner;

/// <summary>The local runner, started as a developer starts it, in a process of its own.</summary>
internal sealed partial class RunnerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunnerProcess(Process process) => _process = process;

    /// <summary>The site's address, once it is told.</summary>
    public Task<Uri> Address => _address.Task.WaitAsync(Patience);

    public bool HasEnded => _process.HasExited;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static RunnerProcess Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RunnerException).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        var runner = new RunnerProcess(new Process { StartInfo = start });
        runner._process.OutputDataReceived += (_, line) => runner.Hear(line.Data);
        runner._process.ErrorDataReceived += (_, line) => runner.Hear(line.Data);
        runner._process.Start();
        runner._process.BeginOutputReadLine();
        runner._process.BeginErrorReadLine();
        return runner;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params IEnumerable<string> arguments)
    {
        await using var runner = Start(arguments);
        await runner._process.WaitForExitAsync().WaitAsync(Patience);
        return (runner._process.ExitCode, runner.Output);
    }

    /// <summary>Waits until the site on a local storage has been compared, and owes nothing.</summary>
    public static async Task SettledAsync(EmulatorPorts ports)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var (exitCode, status) = await RunAsync("status", "--azurite-port", $"{ports.Blob}");
            Assert.True(exitCode == 0, status);
            if (status.Contains("owed       0 pages, 0 sources\n", StringComparison.Ordinal) && status.Contains("compared ", StringComparison.Ordinal))
            {
                return;
            }

            patience.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Ends the runner as Ctrl+C does, and waits for it. Returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
            await _process.WaitForExitAsync().WaitAsync(Patience);
        }

        return _process.ExitCode;
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("The runner ended:\n" + Output));
            return;
        }

        lock (_output)
        {
            _output.Append(line).Append('\n');
        }

        if (SiteLine().Match(line) is { Success: true } site)
        {
            _address.TrySetResult(new Uri(site.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"^\s*Site\s+(http://localhost:\d+/)")]
    private static partial Regex SiteLine();
}
