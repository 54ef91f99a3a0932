using System.CommandLine;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary><c>check DIR</c>: what publishing would say, without publishing.</summary>
internal sealed class CheckCommand(Screen screen, TimeProvider clock)
{
    private static readonly Argument<DirectoryInfo?> Folder = new("DIR")
    {
        Description = "The folder with the articles. Default: content, here or in a folder above.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Build(GuardCommand guard)
    {
        var command = new Command("check", "Says what would be refused, and why, without publishing anything.") { Folder };
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Repository.Content(parsed.GetValue(Folder));
        screen.Line($"{folder.FullPath} {clock.GetUtcNow()}");
        await Task.CompletedTask;
        return ExitCode.Fine;
    }
}
