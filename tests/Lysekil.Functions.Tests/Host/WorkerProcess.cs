using System.Diagnostics;
using System.Text;

namespace Lysekil.Functions.Tests.Host;

/// <summary>The process of a worker. It ends with this process, however this process ends.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>
    /// The shell replaces itself with the worker. Its child stays, reads standard input to the end, and then kills the
    /// worker: this process holds the other end of that pipe, which closes when this process ends.
    /// </summary>
    private const string Tethered = """exec 3<&0; (cat <&3; kill -9 $$) >/dev/null 2>&1 & exec "$@" 3<&- </dev/null""";

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    /// <param name="folder">The working folder.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Its variables, on top of those of this process.</param>
    public WorkerProcess(
        string folder, IEnumerable<string> command, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo("sh", ["-c", Tethered, "sh", .. command])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Ended = EndAsync();
    }

    /// <summary>The exit code, and the output.</summary>
    public Task<(int Code, string Output)> Ended { get; }

    /// <summary>Closes the worker's standard input, as the end of this process does.</summary>
    public void LetGo() => _process.StandardInput.Close();

    /// <summary>Kills the worker.</summary>
    public async ValueTask DisposeAsync()
    {
        LetGo();
        await Ended;
        _process.Dispose();
    }

    private async Task<(int Code, string Output)> EndAsync()
    {
        await _process.WaitForExitAsync();
        return (_process.ExitCode, _output.ToString());
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            _output.Append(line.Data).Append('\n');
        }
    }
}
