using System.CommandLine;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary><c>reconcile</c>: finds the changes that no event has announced, and starts their repair.</summary>
internal sealed class ReconcileCommand(Screen screen, TimeProvider clock)
{
    public Command Build(GuardCommand guard)
    {
        var command = new Command(
            "reconcile", "Compares the sources, the index and the site, and starts the repair of each difference.");
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = await SharedOptions.StorageOf(parsed).FindAsync(cancellation);
        var reconciler = EngineFactory.Create(storage.Site, clock).Reconciler;
        var sources = await reconciler.ReconcileSourcesAsync(cancellation);
        screen.WriteLine(
            $"Sources: {sources.Sources.Count} differ from the index, {sources.OutboxSources} have outbox entries.");
        screen.WriteLine($"Pages: {sources.StalePages} stale.");
        foreach (var path in sources.Sources.Names)
        {
            screen.WriteLine($"  {path}");
        }

        if (!sources.IsWhole)
        {
            screen.WriteLine($"  Not all sources have been compared: the next reconcile goes on.");
        }

        await reconciler.ReconcilePagesAsync(cancellation);
        screen.WriteLine($"Pages: all pages of the site and of the index are compared with each other.");
        screen.WriteLine($"The runner or the function app on this storage makes the repairs.");
        return ExitCode.Success;
    }
}
