using System.CommandLine;
using Lysekil.Local.Output;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Sources;

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
        var files = Repository.Content(parsed.GetValue(Folder)).Read().Select(file =>
            new SiteCheck.File(new SourcePath(file.Name), file.Modified, () => File.OpenRead(file.FullPath)));
        var outcomes = await SiteCheck.CheckAsync(files, clock.GetUtcNow(), cancellation);
        foreach (var outcome in outcomes)
        {
            RemarkLines.Write(screen, outcome.Path, outcome.Remarks);
        }

        var refused = outcomes.Count(outcome => outcome.Change == PublishChange.Refused);
        var waiting = outcomes.Count(outcome => outcome.Change is PublishChange.Draft or PublishChange.Scheduled);
        screen.Line($"{outcomes.Count} files: {outcomes.Count - refused - waiting} fit to publish, {refused} rejected, {waiting} drafts or scheduled.");
        return refused > 0 ? ExitCode.Refused : ExitCode.Fine;
    }
}
