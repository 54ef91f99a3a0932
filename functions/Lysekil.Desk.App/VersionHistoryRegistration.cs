using Lysekil.Azure.Connections;
using Lysekil.Azure.Setup;
using Lysekil.Desk.History;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Desk.App;

/// <summary>
/// Registers the versions of files: those that the account keeps or, on the emulator, which keeps none, the desk's own
/// copies. The emulator is the storage that is reached with a key.
/// </summary>
internal static class VersionHistoryRegistration
{
    public static IServiceCollection AddVersionHistory(this IServiceCollection services) =>
        services.AddSingleton<IVersionHistory>(provider =>
            provider.GetRequiredService<SiteStorageOptions>().Content is StorageConnection.WithIdentity
                ? new BlobVersions(
                    provider.GetRequiredService<SiteStorageClients>().ContentBlobs
                        .GetBlobContainerClient(StorageNames.Content),
                    provider.GetRequiredService<VersionLog>())
                : ActivatorUtilities.CreateInstance<KeptVersions>(provider));
}
