using System.CommandLine;
using Lysekil.Local.Azurite;
using Lysekil.Local.Output;
using Lysekil.Local.Supervision;
using Lysekil.Local.Threading;

namespace Lysekil.Local.Commands;

/// <summary>All commands, each with an exit code for whatever happens.</summary>
/// <param name="screen">Gets their output.</param>
/// <param name="clock">Gives the time.</param>
/// <param name="attempt">Which attempt at the command this process is; <c>null</c>: the only one.</param>
internal sealed class CommandLine(Screen screen, TimeProvider clock, SupervisedAttempt? attempt = null)
{
    private readonly SupervisedAttempt _attempt = attempt ?? new(1, []);

    public RootCommand Build()
    {
        var root = new RootCommand("Runs Lysekil.Serverless on this machine. Without a command: the whole site, live.");
        new RunCommand(screen, clock).AddTo(root, Guarded);
        root.Add(new OnceCommand(screen, clock, _attempt).Build(Supervised));
        root.Add(new CheckCommand(screen, clock, _attempt).Build(Supervised));
        root.Add(new ImportCommand(screen).Build(Heard));
        root.Add(new NewCommand(screen, clock).Build(Guarded));
        root.Add(new StatusCommand(screen, clock).Build(Heard));
        root.Add(new ExportCommand(screen).Build(Heard));
        root.Add(new ReconcileCommand(screen, clock).Build(Heard));
        root.Add(new RebuildCommand(screen, clock).Build(Heard));
        return root;
    }

    /// <summary>Lets a command that may take long tell that it goes on.</summary>
    private Func<ParseResult, CancellationToken, Task<int>> Heard(
        Func<ParseResult, CancellationToken, Task<int>> command) =>
        Guarded((parsed, cancellation) => Heartbeat.DuringAsync(
            parsed.CommandResult.Command.Name, () => command(parsed, cancellation), screen.WriteProgress, clock));

    /// <summary>Makes attempts at a command that decodes pictures, each in a process of its own.</summary>
    private Func<ParseResult, CancellationToken, Task<int>> Supervised(
        Func<ParseResult, CancellationToken, Task<int>> command) =>
        Guarded(_attempt.Number > 0
            ? command
            : (_, cancellation) => CommandSupervisor.OfProcess().RunAsync(_attempt.Arguments, cancellation));

    /// <summary>Turns an exception of a command into a message and an exit code.</summary>
    private Func<ParseResult, CancellationToken, Task<int>> Guarded(
        Func<ParseResult, CancellationToken, Task<int>> command) =>
        async (parsed, cancellation) =>
        {
            try
            {
                return await command(parsed, cancellation);
            }
            catch (Exception) when (cancellation.IsCancellationRequested)
            {
                return ExitCode.Failure;
            }
            catch (RunnerException cannot)
            {
                screen.WriteProblem(cannot.Message, cannot.Remedy);
            }
            catch (AzuriteException cannot)
            {
                screen.WriteProblem(cannot.Message, remedy: null);
            }
            catch (Exception fault)
            {
                screen.WriteProblem(Faults.Explain(fault), remedy: null);
            }

            return ExitCode.Failure;
        };
}
