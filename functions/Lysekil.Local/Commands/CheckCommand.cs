using System.CommandLine;
using Lysekil.Local.Output;
using Lysekil.Local.Output.Findings;
using Lysekil.Local.Supervision;
using Lysekil.Local.Threading;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Publication;

namespace Lysekil.Local.Commands;

/// <summary><c>check DIR</c>: the diagnostics of a folder, without publishing it.</summary>
internal sealed class CheckCommand(Screen screen, TimeProvider clock, SupervisedAttempt attempt)
{
    private static readonly Argument<DirectoryInfo?> Folder = new("DIR")
    {
        Description = "The folder with the articles. Default: content, here or in a folder above.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Build(GuardCommand guard)
    {
        var command = new Command("check", "Says what would be refused, and why, without publishing anything.")
        {
            Folder, SharedOptions.Format,
        };
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Repository.Content(parsed.GetValue(Folder));
        var format = parsed.GetValue(SharedOptions.Format);
        var (files, unusable) = folder.Read();
        var outcomes = await Heartbeat.DuringAsync(
            FormattableString.Invariant($"checking {files.Count} files"),
            () => PublishDryRun.RunAsync(
                files.Select(f =>
                    new PublishDryRun.SourceFile(new SourcePath(f.Name), f.Modified, () => File.OpenRead(f.FullPath))),
                clock.GetUtcNow(),
                attempt.Trial,
                cancellation),
            screen.WriteProgress,
            clock);
        FindingReport.Of(
            folder.FullPath,
            [
                .. unusable.Select(f => (f.Path, (IEnumerable<Diagnostic>)[f.Diagnostic])),
                .. outcomes.Select(o => (o.Path, (IEnumerable<Diagnostic>)o.Diagnostics)),
            ]).Write(screen, format);

        var refused = unusable.Count + outcomes.Count(outcome => outcome.Change == PublishChange.Refused);
        var waiting = outcomes.Count(outcome => outcome.Change is PublishChange.Draft or PublishChange.Scheduled);
        var all = unusable.Count + outcomes.Count;
        var fit = all - refused - waiting;
        if (format == FindingFormat.Text)
        {
            screen.WriteLine($"{all} files: {fit} fit to publish, {refused} rejected, {waiting} drafts or scheduled.");
        }

        return refused > 0 ? ExitCode.Refused : ExitCode.Success;
    }
}
