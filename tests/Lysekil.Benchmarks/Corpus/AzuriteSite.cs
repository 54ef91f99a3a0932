using Lysekil.Azure.Connections;
using Lysekil.Azure.Setup;
using Lysekil.Local.Azurite;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>An empty site on its own Azurite in memory, deleted on disposal.</summary>
internal sealed class AzuriteSite : IAsyncDisposable
{
    private readonly AzuriteProcess _azurite;

    private AzuriteSite(AzuriteProcess azurite, SiteStorageClients clients) => (_azurite, Clients) = (azurite, clients);

    public string ConnectionString => _azurite.ConnectionString;

    public SiteStorageClients Clients { get; }

    /// <summary>Installs Azurite if it is missing, which takes about half a minute.</summary>
    public static Task<AzuriteInstallation> InstallAsync() =>
        AzuriteInstallation.EnsureAsync(AzuriteInstallation.DefaultFolder, Console.WriteLine, CancellationToken.None);

    public static async Task<AzuriteSite> StartAsync()
    {
        var azurite = await AzuriteProcess.StartAsync(
            await InstallAsync(), new AzuriteOptions(), CancellationToken.None);
        var account = new StorageConnection.WithKey(azurite.ConnectionString);
        var site = new AzuriteSite(azurite, new SiteStorageClients(new SiteStorageOptions(account, account)));
        await new SiteStorageSetup(site.Clients).EnsureAsync(CancellationToken.None);
        return site;
    }

    public SiteStorage Storage(IQueue pageRefreshes) => Clients.ToSiteStorage() with { PageRefreshes = pageRefreshes };

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();
}
