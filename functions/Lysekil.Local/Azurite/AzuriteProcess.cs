using System.ComponentModel;
using CliWrap;

namespace Lysekil.Local.Azurite;

/// <summary>
/// A running Azurite on 127.0.0.1. It ends when this object is disposed of, and when this process ends or is killed.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TimeToSave = TimeSpan.FromSeconds(10);

    private readonly AzuriteOutput _output = new();
    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _kill = new();
    private readonly CommandTask<CommandResult> _run;
    private bool _disposed;

    private AzuriteProcess(AzuriteInstallation installation, AzuriteOptions options) => _run =
        Cli.Wrap(NodeTools.Node)
            .WithArguments(ArgumentsFor(installation, options))
            // Azurite runs until this pipe closes; the operating system closes it when this process is killed.
            .WithStandardInputPipe(PipeSource.Create((_, cancellation) => _ending.Task.WaitAsync(cancellation)))
            .WithStandardOutputPipe(PipeTarget.ToDelegate(_output.Add))
            .WithStandardErrorPipe(PipeTarget.ToDelegate(_output.Add))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(_kill.Token);

    /// <summary>The process id.</summary>
    public int Id => _run.ProcessId;

    /// <summary>The address of the service, with the account: <c>http://127.0.0.1:port/devstoreaccount1</c>.</summary>
    public Uri BlobEndpoint => EndpointOf("Blob");

    /// <inheritdoc cref="BlobEndpoint"/>
    public Uri QueueEndpoint => EndpointOf("Queue");

    /// <inheritdoc cref="BlobEndpoint"/>
    public Uri TableEndpoint => EndpointOf("Table");

    public string ConnectionString => EmulatorAccount.ConnectionString(BlobEndpoint, QueueEndpoint, TableEndpoint);

    /// <summary>Starts Azurite and waits until its three services listen.</summary>
    /// <exception cref="AzuriteException">
    /// Node is not installed, Azurite ended instead (a port is taken), or it was not ready in time.
    /// </exception>
    public static async Task<AzuriteProcess> StartAsync(
        AzuriteInstallation installation, AzuriteOptions options, CancellationToken cancellation)
    {
        var azurite = Start(installation, options);
        try
        {
            await azurite.ListeningAsync(cancellation);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets Azurite save and end; kills it after ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true)) { return; }
        _ending.SetResult();
        _kill.CancelAfter(TimeToSave);
        await ((Task)_run.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _run.Dispose();
        _kill.Dispose();
    }

    private static AzuriteProcess Start(AzuriteInstallation installation, AzuriteOptions options)
    {
        try
        {
            return new AzuriteProcess(installation, options);
        }
        catch (Win32Exception missing)
        {
            throw NodeTools.NotStarted(NodeTools.Node, missing);
        }
    }

    private static List<string> ArgumentsFor(AzuriteInstallation installation, AzuriteOptions options) =>
    [
        AzuriteFiles.Host,
        installation.EntryPoint,
        "--blobHost", "127.0.0.1", "--blobPort", $"{options.BlobPort}",
        "--queueHost", "127.0.0.1", "--queuePort", $"{options.QueuePort}",
        "--tableHost", "127.0.0.1", "--tablePort", $"{options.TablePort}",
        "--silent",
        "--disableTelemetry",
        "--skipApiVersionCheck",
        .. options.Location is null ? ["--inMemoryPersistence"] : (string[])["--location", options.Location],
    ];

    private async Task ListeningAsync(CancellationToken cancellation)
    {
        try
        {
            var first = await Task.WhenAny(_output.Listening, _run.Task).WaitAsync(Patience, cancellation);
            if (first != _output.Listening) { throw new AzuriteException($"Azurite did not start:\n{_output.Text}"); }
        }
        catch (TimeoutException timeout)
        {
            throw new AzuriteException(
                $"Azurite was not ready in {Patience.TotalSeconds:0} s:\n{_output.Text}", timeout);
        }
    }

    private Uri EndpointOf(string service) => new(_output.AddressOf(service), EmulatorAccount.Name);
}
