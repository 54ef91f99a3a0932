using System.CommandLine;
using Lysekil.Local.Export;
using Lysekil.Local.Mirror;
using Lysekil.Local.Output;
using Lysekil.Local.Output.Findings;
using Lysekil.Local.Sessions;
using Lysekil.Local.Storage;
using Lysekil.Local.Supervision;
using Lysekil.Local.Threading;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Local.Commands;

/// <summary><c>once</c>: a folder of articles in, a folder of pages out.</summary>
internal sealed class OnceCommand(Screen screen, TimeProvider clock, SupervisedAttempt attempt)
{
    private static readonly Option<DirectoryInfo> Export = new("--export")
    {
        Description = "Where to write the site: a new folder, or an earlier export.",
        HelpName = "DIR",
        Required = true,
    };

    public Command Build(GuardCommand guard)
    {
        var command = new Command(
            "once", "Publishes a folder on fresh storage in memory, writes the site to a folder, and ends.")
        {
            SharedOptions.Content, Export,
        };
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var folder = Repository.Content(parsed.GetValue(SharedOptions.Content));
        var target = parsed.GetRequiredValue(Export).FullName;
        await using var storage = await StorageChoice.InMemoryAsync(text => screen.WriteLine($"{text}"), cancellation);
        storage.ReadContentThrough(content => new FileTimeContainer(content, folder.Read().Files));
        storage.DiscardIndex();

        var session = new OnceSession(storage, folder, clock, attempt.TriesPictures);
        var result = await OnceProgressBar.ShowAsync(
            screen, clock, progress => session.RunAsync(progress, cancellation));
        var report = await Heartbeat.DuringAsync(
            "writing the site",
            () => new SiteExport(storage.Site.Web).WriteAsync(target, cancellation),
            screen.WriteProgress,
            clock);
        FindingReport.Of(
            folder.FullPath,
            [
                .. result.Refused.Select(f => (f.Path, (IEnumerable<Diagnostic>)[f.Diagnostic])),
                .. result.Diagnosed.Select(s => (s.Path, (IEnumerable<Diagnostic>)s.Diagnostics)),
            ]).Write(screen, FindingFormat.Text);

        var rejected = result.Refused.Count
            + result.Diagnosed.Count(s => s.Diagnostics.Any(d => d.Severity == Severity.Refusal));
        var seconds = clock.GetElapsedTime(started).TotalSeconds;
        var counts = $"{result.Published} published, {rejected} rejected, {result.Waiting} drafts or scheduled";
        screen.WriteLine($"{result.Files} files: {counts}. {report.Files} pages in {seconds:0.0} s.");
        ExportLines.Write(screen, target, report);
        return rejected > 0 ? ExitCode.Refused : ExitCode.Success;
    }
}
