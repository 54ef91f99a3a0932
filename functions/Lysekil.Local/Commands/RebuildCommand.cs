using System.CommandLine;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary><c>rebuild</c>: starts a rebuild of all pages.</summary>
internal sealed class RebuildCommand(Screen screen, TimeProvider clock)
{
    public Command Build(GuardCommand guard)
    {
        var command = new Command("rebuild", "Renders all pages again; pages that have not changed are not written.");
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = await SharedOptions.StorageOf(parsed).FindAsync(cancellation);
        await EngineFactory.Create(storage.Site, clock).Rebuilder.StartAsync(cancellation);
        screen.WriteLine($"The rebuild has begun. The runner or the function app on this storage renders the pages.");
        return ExitCode.Success;
    }
}
