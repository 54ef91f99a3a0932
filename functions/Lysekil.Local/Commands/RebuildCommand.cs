using System.CommandLine;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary><c>rebuild</c>: has all pages rendered again.</summary>
internal sealed class RebuildCommand(Screen screen, TimeProvider clock)
{
    public Command Build(GuardCommand guard)
    {
        var command = new Command("rebuild", "Has all pages rendered again; those that come out the same are not written.");
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = await SharedOptions.StorageOf(parsed).FindAsync(cancellation);
        await EngineFactory.Create(storage.Site, clock).Rebuilder.StartAsync(cancellation);
        screen.WriteLine($"The rebuild has begun. The runner or the function app that works on this storage does it.");
        return ExitCode.Success;
    }
}
