using System.CommandLine;
using Lysekil.Local.Azurite;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary>All commands, each with an exit code for whatever happens.</summary>
internal sealed class CommandLine(Screen screen, TimeProvider clock)
{
    public RootCommand Build()
    {
        var root = new RootCommand("Runs Lysekil.Serverless on this machine. Without a command: the whole site, live.");
        new RunCommand(screen, clock).AddTo(root, Guarded);
        root.Add(new OnceCommand(screen, clock).Build(Guarded));
        root.Add(new CheckCommand(screen, clock).Build(Guarded));
        root.Add(new ImportCommand(screen).Build(Guarded));
        root.Add(new NewCommand(screen, clock).Build(Guarded));
        root.Add(new StatusCommand(screen, clock).Build(Guarded));
        root.Add(new ExportCommand(screen).Build(Guarded));
        root.Add(new ReconcileCommand(screen, clock).Build(Guarded));
        root.Add(new RebuildCommand(screen, clock).Build(Guarded));
        return root;
    }

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
