using System.Text;
using System.Text.RegularExpressions;
using Azure.Storage.Queues;
using CliWrap;
using Lysekil.Azure.Connections;
using Lysekil.Azure.Setup;
using Lysekil.Local.Storage;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Runner;

/// <summary>The local runner in a process of its own, as a developer starts it.</summary>
internal sealed partial class RunnerProcess : IAsyncDisposable
{
    private const string Program = "dotnet";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CommandTask<CommandResult> _run;

    private RunnerProcess(string program, IEnumerable<string> arguments, string? path = null)
    {
        _run = Cli.Wrap(program)
            .WithArguments(arguments)
            .WithEnvironmentVariables(v => v.Set("PATH", path ?? Environment.GetEnvironmentVariable("PATH")))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(AddLine, Encoding.UTF8))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(AddLine, Encoding.UTF8))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        _ = FailAddressAsync();
    }

    /// <summary>The site's address, once the runner has printed it.</summary>
    /// <exception cref="TimeoutException">
    /// The runner did not print it in time; the message holds its output.
    /// </exception>
    public Task<Uri> Address => AddressAsync();

    /// <summary>The process id.</summary>
    public int Id => _run.ProcessId;

    public bool HasEnded => _run.Task.IsCompleted;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static RunnerProcess Start(params IEnumerable<string> arguments) => new(Program, CommandLine(arguments));

    /// <summary>Starts the runner of another build.</summary>
    /// <param name="assembly">The path of its <c>Lysekil.Local.dll</c>.</param>
    /// <param name="arguments">The runner's.</param>
    public static RunnerProcess StartOther(string assembly, params IEnumerable<string> arguments) =>
        new(Program, [assembly, .. arguments]);

    /// <summary>
    /// Starts the runner with a signal disposition that does not depend on what the test run has inherited.
    /// </summary>
    /// <param name="disposition">
    /// An option of GNU's <c>env</c>, such as <c>--default-signal=INT</c>. Other systems have none: there the runner
    /// inherits.
    /// </param>
    /// <param name="arguments">The runner's.</param>
    public static RunnerProcess StartWith(string disposition, params IEnumerable<string> arguments) =>
        OperatingSystem.IsLinux() ? new("env", [disposition, Program, .. CommandLine(arguments)]) : Start(arguments);

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(params IEnumerable<string> arguments) =>
        RunWithAsync(path: null, arguments);

    /// <summary>Runs a command to its end, with the programs of one folder alone; <c>null</c>: as they are.</summary>
    public static async Task<(int ExitCode, string Output)> RunWithAsync(
        string? path, params IEnumerable<string> arguments)
    {
        await using var runner = new RunnerProcess(Program, CommandLine(arguments), path);
        var exitCode = await runner.EndAsync();
        return (exitCode, runner.Output);
    }

    /// <summary>
    /// Waits until the site on a local storage has been compared and nothing is pending, and <c>status</c> says so.
    /// </summary>
    public static async Task SettledAsync(EmulatorPorts ports)
    {
        using var patience = new CancellationTokenSource(Patience);
        var account = new StorageConnection.WithKey(ports.ConnectionString);
        var site = new SiteStorageClients(new SiteStorageOptions(account, account)).ToSiteStorage();
        var engine = EngineFactory.Create(site, TimeProvider.System);
        string status;
        do
        {
            // A message that waits, or is being handled, may make pages stale again, as that of a rebuild does.
            while (!await AreEmptyAsync(ports, patience.Token)
                || await engine.Status.ReadAsync(patience.Token) is not { IsSettled: true, LastReconcile: not null })
            {
                await Task.Delay(Interval, patience.Token);
            }

            (var exitCode, status) = await RunAsync("status", "--azurite-port", $"{ports.Blob}");
            Assert.True(exitCode == 0, status);
        }
        while (!status.Contains("pending    0 pages, 0 sources\n", StringComparison.Ordinal));

        Assert.Contains("compared ", status, StringComparison.Ordinal);
    }

    /// <summary>
    /// Ends the runner by SIGTERM, as scripts and supervisors do, and returns its exit code. A test run that a shell
    /// begins in the background would ignore SIGINT, and so would all that the run starts.
    /// </summary>
    public Task<int> StopAsync() => StopAsync("TERM");

    /// <summary>Sends a signal and waits for the end. Returns the exit code.</summary>
    public async Task<int> StopAsync(string signal)
    {
        if (!HasEnded)
        {
            // To this process alone, not to those that it has started: they must end by themselves.
            await Cli.Wrap("kill").WithArguments(["-s", signal, $"{_run.ProcessId}"])
                .WithValidation(CommandResultValidation.None).ExecuteAsync();
        }

        return await EndAsync();
    }

    /// <summary>Kills the process, as <c>kill -9</c> does.</summary>
    public Task KillAsync() => StopAsync("KILL");

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _run.Dispose();
    }

    private static IEnumerable<string> CommandLine(IEnumerable<string> arguments) =>
        [typeof(RunnerException).Assembly.Location, .. arguments];

    private static async Task<bool> AreEmptyAsync(EmulatorPorts ports, CancellationToken cancellation)
    {
        var counting = new[] { StorageNames.ContentEvents, StorageNames.PageRefreshes }
            .Select(name => new QueueClient(ports.ConnectionString, name).GetPropertiesAsync(cancellation));
        return (await Task.WhenAll(counting)).All(queue => queue.Value.ApproximateMessagesCount == 0);
    }

    /// <summary>Waits for the end. Returns the exit code.</summary>
    public async Task<int> EndAsync() => (await _run.Task.WaitAsync(Patience)).ExitCode;

    private async Task<Uri> AddressAsync()
    {
        try
        {
            return await _address.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The runner has printed no address within {Patience}:\n{Output}");
        }
    }

    private async Task FailAddressAsync()
    {
        await _run.Task;
        _address.TrySetException(new InvalidOperationException("The runner ended:\n" + Output));
    }

    private void AddLine(string line)
    {
        lock (_output)
        {
            _output.Append(line).Append('\n');
        }

        if (SiteLine().Match(line) is { Success: true } site)
        {
            _address.TrySetResult(new Uri(site.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"^\s*Site\s+(http://localhost:\d+/)")]
    private static partial Regex SiteLine();
}
