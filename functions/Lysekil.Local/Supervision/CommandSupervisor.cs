using System.Diagnostics;
using System.Reflection;
using Lysekil.Azure;

namespace Lysekil.Local.Supervision;

/// <summary>
/// Makes the attempts at a command: a second one if a fault has ended the process of the first. Both write to this
/// process's output themselves.
/// </summary>
/// <param name="program">The program.</param>
/// <param name="before">Its arguments before those of the attempt.</param>
/// <param name="errors">Gets a line when a second attempt is made.</param>
internal sealed class CommandSupervisor(string program, IReadOnlyList<string> before, TextWriter errors)
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(7);

    /// <summary>Makes attempts with this process's own program.</summary>
    public static CommandSupervisor OfProcess()
    {
        var (path, before) = OwnProgram.Of(Assembly.GetExecutingAssembly());
        return new CommandSupervisor(path, before, Console.Error);
    }

    /// <param name="arguments">The command line.</param>
    /// <param name="cancellation">Ends the attempt; its process gets some seconds to end by itself.</param>
    /// <returns>The exit code of the command.</returns>
    /// <exception cref="RunnerException">Both attempts were ended by a fault.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var first = await AttemptAsync(new SupervisedAttempt(1, arguments), cancellation);
        if (!IsFault(first))
        {
            return first;
        }

        await errors.WriteLineAsync(FormattableString.Invariant($"The process has ended unexpectedly, with {first}.")
            + " Once more, with each picture tried in a process of its own: this takes longer …");
        var second = await AttemptAsync(new SupervisedAttempt(2, arguments), cancellation);
        return !IsFault(second) ? second : throw new RunnerException(
            FormattableString.Invariant($"The process has ended unexpectedly twice, now with {second}."),
            "This is a bug, and not one of pictures: please report it.");
    }

    private async Task<int> AttemptAsync(SupervisedAttempt attempt, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, [.. before, .. attempt.CommandLine])
        {
            RedirectStandardInput = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.StandardInput.Close();
            await EndAsync(process);
            throw;
        }

        return process.ExitCode;
    }

    private static async Task EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(TimeToEnd);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            process.Kill();
        }
    }

    /// <summary>
    /// Whether the exit code is that of a process which a signal has ended, from SIGILL to SIGSEGV, or an exception of
    /// Windows. A process that is asked to end, by SIGINT or SIGTERM, ends by itself.
    /// </summary>
    private static bool IsFault(int exitCode) => exitCode is < 0 or (>= 128 + 4 and <= 128 + 11);
}
