using System.Diagnostics;

namespace Lysekil.Local.Azurite;

/// <summary>
/// A running Azurite on 127.0.0.1. It ends when this is disposed of, and when this process ends in whatever way.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly AzuriteOutput _output;
    private bool _disposed;

    private AzuriteProcess(Process process, AzuriteOutput output)
    {
        _process = process;
        _output = output;
    }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>Where the service listens, with the account: <c>http://127.0.0.1:port/devstoreaccount1</c>.</summary>
    public Uri BlobEndpoint => EndpointOf("Blob");

    /// <inheritdoc cref="BlobEndpoint"/>
    public Uri QueueEndpoint => EndpointOf("Queue");

    /// <inheritdoc cref="BlobEndpoint"/>
    public Uri TableEndpoint => EndpointOf("Table");

    public string ConnectionString => EmulatorAccount.ConnectionString(BlobEndpoint, QueueEndpoint, TableEndpoint);

    /// <summary>Starts Azurite and waits until its three services listen.</summary>
    /// <exception cref="AzuriteException">It ended instead (a port is taken), or was not ready in time.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        AzuriteInstallation installation, AzuriteOptions options, CancellationToken cancellation)
    {
        var output = new AzuriteOutput();
        var process = Command.Start(new ProcessStartInfo(NodeTools.Node, ArgumentsFor(installation, options))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var azurite = new AzuriteProcess(process, output);
        try
        {
            var ended = process.WaitForExitAsync(cancellation);
            if (await Task.WhenAny(output.Listening, ended).WaitAsync(_patience, cancellation) == output.Listening)
            {
                return azurite;
            }

            throw new AzuriteException($"Azurite did not start:\n{output.Text}");
        }
        catch (TimeoutException timeout)
        {
            await azurite.DisposeAsync();
            throw new AzuriteException(
                $"Azurite was not ready in {_patience.TotalSeconds:0} s:\n{output.Text}", timeout);
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets Azurite save and end; after ten seconds it is ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true)) { return; }
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            try
            {
                await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
            }
            catch (TimeoutException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
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

    private Uri EndpointOf(string service) => new(_output.AddressOf(service), EmulatorAccount.Name);
}
