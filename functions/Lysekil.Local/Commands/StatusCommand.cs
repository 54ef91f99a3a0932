using System.CommandLine;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary><c>status</c>: what is stale, failed, scheduled and refused.</summary>
internal sealed class StatusCommand(Screen screen, TimeProvider clock)
{
    public Command Build(GuardCommand guard)
    {
        var command = new Command("status", "Shows what is stale, failed, scheduled and refused.");
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = await SharedOptions.StorageOf(parsed).FindAsync(cancellation);
        var status = await EngineFactory.Create(storage.Site, clock).Status.ReadAsync(cancellation);
        var poisoned = await storage.ContentEvents.CountPoisonedAsync(cancellation)
            + await storage.PageRefreshes.CountPoisonedAsync(cancellation);
        StatusLines.Write(screen, status, poisoned);
        return Refusals.In(status).Count > 0 ? ExitCode.Refused : ExitCode.Success;
    }
}
