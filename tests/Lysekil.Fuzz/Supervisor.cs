using System.Diagnostics;
using System.Globalization;

namespace Lysekil.Fuzz;

/// <summary>
/// Runs child processes and watches them: one that ends, that works on a file longer than <see cref="Patience"/>, or
/// that takes more than <see cref="MostBytes"/> is a finding, and the next one goes on behind its file.
/// </summary>
internal sealed class Supervisor(FuzzTarget target)
{
    private const int FilesOfAChild = 20_000;
    private const long MostBytes = 2L << 30;

    /// <summary>In processor time, so that a busy machine makes no findings.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>In elapsed time: a file that makes the child wait for ever takes no processor time.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    private readonly List<string> _failures = [];
    private long _peak;
    private int _last;

    public static async Task<FuzzReport> RunAsync(FuzzTarget target, int from, int count, Action<string> tell)
    {
        var supervisor = new Supervisor(target);
        for (var next = from; next < from + count;)
        {
            var files = Math.Min(FilesOfAChild, from + count - next);
            await supervisor.RunChildAsync(next, files);
            next = supervisor._last + 1;
            tell($"{next - from} of {count} {target.Name}, {supervisor._failures.Count} findings");
        }

        return new FuzzReport(target.Name, count, supervisor._failures, supervisor._peak);
    }

    private async Task RunChildAsync(int from, int count)
    {
        _last = from - 1;
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? [typeof(Supervisor).Assembly.Location]
            : [];
        foreach (var argument in (string[])[.. program, target.Name, "--child", $"{from}", $"{count}"])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var line = child.StandardOutput.ReadLineAsync();
        var (silence, worked) = (Stopwatch.StartNew(), TimeSpan.Zero);
        while (true)
        {
            if (await Task.WhenAny(line, Task.Delay(250)) != line)
            {
                child.Refresh();
                if (child.HasExited)
                {
                    continue;
                }

                var isSlow = child.TotalProcessorTime - worked > Patience || silence.Elapsed > LongestSilence;
                if (isSlow || child.WorkingSet64 > MostBytes)
                {
                    child.Kill(entireProcessTree: true);
                    _failures.Add($"{_last}: {(isSlow ? "takes more than five seconds" : "takes more than 2 GiB")}");
                    _last = Math.Max(_last, from);
                    return;
                }

                continue;
            }

            if (await line is not { } text)
            {
                break;
            }

            Take(text);
            silence.Restart();
            worked = child.HasExited ? worked : child.TotalProcessorTime;
            line = child.StandardOutput.ReadLineAsync();
        }

        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
        {
            _failures.Add($"{_last}: ends the process with {child.ExitCode}");
            _last = Math.Max(_last, from);
        }
    }

    private void Take(string line)
    {
        if (line.StartsWith(Reader.Peak, StringComparison.Ordinal))
        {
            _peak = Math.Max(_peak, long.Parse(line.AsSpan(Reader.Peak.Length), CultureInfo.InvariantCulture));
        }
        else if (line.StartsWith(Reader.Thrown, StringComparison.Ordinal))
        {
            _failures.Add($"{_last}: {line}");
        }
        else
        {
            _last = int.Parse(line, CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>What came of a run.</summary>
/// <param name="Name">The kind of files.</param>
/// <param name="Count">How many were read.</param>
/// <param name="Failures">The findings, each with its seed.</param>
/// <param name="PeakBytes">The largest memory of a child that came to its end.</param>
internal sealed record FuzzReport(string Name, int Count, IReadOnlyList<string> Failures, long PeakBytes)
{
    public override string ToString() => string.Join('\n', Failures.Append(string.Create(
        CultureInfo.InvariantCulture,
        $"{Count} mutated {Name}: {Failures.Count} findings, {PeakBytes / 1e6:0} MB at most")));
}
