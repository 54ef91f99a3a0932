using System.CommandLine;
using Lysekil.Local.Output;
using Lysekil.Local.Sessions;
using Lysekil.Local.Website;

namespace Lysekil.Local.Commands;

/// <summary>Without a command: the whole site on this machine, until Ctrl+C.</summary>
internal sealed class RunCommand(Screen screen, TimeProvider clock)
{
    public void AddTo(RootCommand root, GuardCommand guard)
    {
        root.Add(SharedOptions.Content);
        root.Add(SharedOptions.Storage);
        root.Add(SharedOptions.Data);
        root.Add(SharedOptions.Website);
        root.Add(SharedOptions.AzuritePort);
        root.Add(SharedOptions.Functions);
        root.SetAction(guard(RunAsync));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Repository.Content(parsed.GetValue(SharedOptions.Content));
        var mode = parsed.GetValue(SharedOptions.Functions);
        try
        {
            await using var storage = await SharedOptions.StorageOf(parsed)
                .StartAsync(text => screen.Line($"{text}"), cancellation);
            await using var website = await WebsiteHost.StartAsync(
                storage.Site, parsed.GetValue(SharedOptions.Website), clock, cancellation);
            Banner.Write(screen, website, folder, storage, mode);

            var times = new LiveTimes(clock);
            var log = new ActivityLog(screen, website.Address, times);
            await new LiveSession(storage, folder, mode, log, times, clock).RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            screen.Line($"Stopped.");
        }

        return ExitCode.Fine;
    }
}
