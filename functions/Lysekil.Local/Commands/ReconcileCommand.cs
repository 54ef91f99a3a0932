using System.CommandLine;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary><c>reconcile</c>: finds what no event told, and has it repaired.</summary>
internal sealed class ReconcileCommand(Screen screen, TimeProvider clock)
{
    public Command Build(GuardCommand guard)
    {
        var command = new Command("reconcile", "Compares sources, archive and site, and has every difference repaired.");
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = await SharedOptions.StorageOf(parsed).FindAsync(cancellation);
        var reconciler = Engine.On(storage.Site, clock).Reconciler;
        var sources = await reconciler.ReconcileSourcesAsync(cancellation);
        screen.Line($"Sources: {sources.Sources.Count} out of step, {sources.OutboxSources} with work left; {sources.StalePages} pages owed.");
        foreach (var path in sources.Sources.Names)
        {
            screen.Line($"  {path}");
        }

        if (!sources.IsWhole)
        {
            screen.Line($"  Not all have been compared: the next reconcile goes on.");
        }

        await reconciler.ReconcilePagesAsync(cancellation);
        screen.Line($"Pages: all that stand are compared with the archive, and whatever it has a page for.");
        screen.Line($"The runner or the function app that works on this storage does the repairs.");
        return ExitCode.Fine;
    }
}
