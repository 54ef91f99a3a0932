using System.CommandLine;
using Lysekil.Local.Azurite;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary>All commands, and how each ends.</summary>
internal sealed class CommandLine(Screen screen, TimeProvider clock)
{
    public RootCommand Build()
    {
        var root = new RootCommand("Runs Lysekil.Serverless on this machine. Without a command: the whole site, live.");
        new RunCommand(screen, clock).AddTo(root, Guarded);
        root.Add(new OnceCommand(screen, clock).Build(Guarded));
        root.Add(new CheckCommand(screen, clock).Build(Guarded));
        root.Add(new StatusCommand(screen, clock).Build(Guarded));
        root.Add(new ExportCommand(screen).Build(Guarded));
        root.Add(new ReconcileCommand(screen, clock).Build(Guarded));
        root.Add(new RebuildCommand(screen, clock).Build(Guarded));
        return root;
    }

    /// <summary>Ends a command with an exit code in any case: with a message instead of an exception.</summary>
    private Func<ParseResult, CancellationToken, Task<int>> Guarded(Func<ParseResult, CancellationToken, Task<int>> command) =>
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
