using Lysekil.Local.Azurite;
using Lysekil.Local.Threading;

namespace Lysekil.Local.Storage;

/// <summary>Which storage a command works on.</summary>
/// <param name="Connection">A connection string; <c>null</c>: the local Azurite.</param>
/// <param name="Data">The folder in which a local Azurite keeps its data.</param>
/// <param name="Ports">Where a local Azurite listens.</param>
internal sealed record StorageChoice(string? Connection, string Data, EmulatorPorts Ports)
{
    /// <summary>Opens the storage. If no Azurite listens, starts one, which ends with the opened storage.</summary>
    public async Task<OpenStorage> StartAsync(Action<string> progress, CancellationToken cancellation)
    {
        if (Connection is not null || await IsRunningAsync(progress, cancellation))
        {
            return await OpenAsync(progress, cancellation);
        }

        var folder = Path.Combine(Data, "storage");
        Directory.CreateDirectory(folder);
        var azurite = await StartAzuriteAsync(
            new AzuriteOptions(folder, Ports.Blob, Ports.Queue, Ports.Table), progress, cancellation);
        return await OpenAsync(
            azurite.ConnectionString,
            $"Azurite on {Ports}, data in {Path.GetRelativePath(".", folder)}",
            azurite,
            progress,
            cancellation);
    }

    /// <summary>Keeps other runners from a local storage; <c>null</c> for one that a connection string names.</summary>
    /// <exception cref="RunnerException">Another runner works on it.</exception>
    public RunnerLock? Lock() => Connection is null ? RunnerLock.Take(Data, Ports) : null;

    /// <summary>Opens storage that another process keeps running.</summary>
    /// <exception cref="RunnerException">None answers.</exception>
    public async Task<OpenStorage> FindAsync(CancellationToken cancellation) =>
        Connection is not null || await EmulatorProbe.IsRunningAsync(Ports, cancellation)
            ? await OpenAsync(_ => { }, cancellation)
            : throw new RunnerException(
                $"No storage answers on {Ports}.",
                "Start the runner first, in another terminal, or name a storage: --storage CONNECTION");

    /// <summary>
    /// Opens empty storage in memory, on free ports; it is gone when the opened storage is disposed of.
    /// </summary>
    public static async Task<OpenStorage> InMemoryAsync(Action<string> progress, CancellationToken cancellation)
    {
        var azurite = await StartAzuriteAsync(new AzuriteOptions(), progress, cancellation);
        return await OpenAsync(azurite.ConnectionString, "Azurite in memory", azurite, progress, cancellation);
    }

    private static async Task<AzuriteProcess> StartAzuriteAsync(
        AzuriteOptions options, Action<string> progress, CancellationToken cancellation)
    {
        var installation = await AzuriteInstallation.EnsureAsync(
            AzuriteInstallation.DefaultFolder, progress, cancellation);
        progress("Starting Azurite, the local storage …");
        return await Heartbeat.DuringAsync(
            "starting Azurite",
            () => AzuriteProcess.StartAsync(installation, options, cancellation),
            progress,
            TimeProvider.System);
    }

    private Task<bool> IsRunningAsync(Action<string> progress, CancellationToken cancellation) =>
        Heartbeat.DuringAsync(
            $"looking for a storage on {Ports}",
            () => EmulatorProbe.IsRunningAsync(Ports, cancellation),
            progress,
            TimeProvider.System);

    private Task<OpenStorage> OpenAsync(Action<string> progress, CancellationToken cancellation) => Connection is null
        ? OpenAsync(Ports.ConnectionString, $"the Azurite that runs on {Ports}", null, progress, cancellation)
        : OpenAsync(Connection, "as given by --storage", null, progress, cancellation);

    private static Task<OpenStorage> OpenAsync(
        string connection,
        string description,
        AzuriteProcess? azurite,
        Action<string> progress,
        CancellationToken cancellation) =>
        Heartbeat.DuringAsync(
            "opening the storage",
            () => OpenStorage.OpenAsync(connection, description, azurite, cancellation),
            progress,
            TimeProvider.System);
}
