using System.CommandLine;
using System.CommandLine.Parsing;
using Lysekil.Desk.SignIn;
using Lysekil.Local.Mirror;
using Lysekil.Local.Output;
using Lysekil.Local.Sessions;
using Lysekil.Local.Telemetry;
using Lysekil.Local.Website;

namespace Lysekil.Local.Commands;

/// <summary>Runs without a command: the whole site on this machine, until Ctrl+C.</summary>
internal sealed class RunCommand(Screen screen, TimeProvider clock)
{
    private static readonly Option<bool> Trace = new("--trace")
    {
        Description = "Show the trace of each upload with the time of each part, and at the end all measurements.",
    };

    private static readonly Option<Uri?> Otlp = new("--otlp")
    {
        Description = "Send traces and measurements to the collector at this address, by OTLP over HTTP.",
        HelpName = "URL",
        CustomParser = ParseCollector,
    };

    private static readonly Option<DeskRole?> Role = new("--desk-role")
    {
        Description = "Use the desk in this role. Default: utgivare, which includes the others.",
        HelpName = "lasare|redaktor|utgivare",
        CustomParser = ParseRole,
    };

    public void AddTo(RootCommand root, GuardCommand guard)
    {
        root.Add(SharedOptions.Content);
        root.Add(SharedOptions.Storage);
        root.Add(SharedOptions.Data);
        root.Add(SharedOptions.Website);
        root.Add(SharedOptions.AzuritePort);
        root.Add(SharedOptions.Functions);
        root.Add(Role);
        root.Add(Trace);
        root.Add(Otlp);
        root.SetAction(guard(RunAsync));
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Repository.Content(parsed.GetValue(SharedOptions.Content));
        var mode = parsed.GetValue(SharedOptions.Functions);
        using var traces = parsed.GetValue(Trace)
            ? new TraceCollector(spans => TraceLines.Write(screen, spans), clock)
            : null;
        using var measurements = parsed.GetValue(Trace) ? new Measurements() : null;
        using var export = parsed.GetValue(Otlp) is { } collector ? OtlpExport.To(collector) : null;
        try
        {
            var choice = SharedOptions.StorageOf(parsed);
            using var alone = choice.Lock();
            await using var storage = await choice.StartAsync(text => screen.WriteLine($"{text}"), cancellation);
            var mirror = new FolderMirror(folder, storage.Site.Content, clock);
            var desk = new LocalDesk(
                storage.Site with { Content = new FolderContainer(storage.Site.Content, folder, mirror) },
                parsed.GetValue(Role) ?? DeskRole.Publisher,
                clock);
            await using var website = await WebsiteHost.StartAsync(
                storage.Site,
                desk,
                () => mirror.RefusedFiles,
                parsed.GetValue(SharedOptions.Website),
                clock,
                cancellation);
            Banner.Write(screen, website, folder, storage, mode);

            var times = new LiveTimes(clock);
            var log = new ActivityLog(screen, website.Address, times);
            try
            {
                await new LiveSession(storage, folder, mirror, mode, log, times, clock).RunAsync(cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                screen.WriteLine($"Stopping …");
                throw;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            screen.WriteLine($"Stopped.");
            MeasurementLines.Write(screen, measurements?.Summaries ?? []);
        }

        return ExitCode.Success;
    }

    private static DeskRole? ParseRole(ArgumentResult result)
    {
        switch (result.Tokens.Single().Value)
        {
            case "lasare":
                return DeskRole.Reader;
            case "redaktor":
                return DeskRole.Editor;
            case "utgivare":
                return DeskRole.Publisher;
            default:
                result.AddError("--desk-role is lasare, redaktor or utgivare.");
                return null;
        }
    }

    private static Uri? ParseCollector(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var collector)
            && collector.Scheme is "http" or "https")
        {
            return collector;
        }

        result.AddError("--otlp is an address such as http://localhost:4318.");
        return null;
    }
}
