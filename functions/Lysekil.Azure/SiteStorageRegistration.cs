using Lysekil.Azure.Connections;
using Lysekil.Azure.Setup;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Azure;

/// <summary>Registers a site's storage.</summary>
public static class SiteStorageRegistration
{
    /// <summary>
    /// Adds <see cref="SiteStorage"/> and <see cref="SiteStorageSetup"/> as singletons. The settings
    /// (<see cref="SiteStorageOptions"/>) are read at once; storage is not called yet.
    /// </summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message names it.</exception>
    public static IServiceCollection AddSiteStorage(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(SiteStorageOptions.Read(configuration))
            .AddSingleton<SiteStorageClients>()
            .AddSingleton<SiteStorageSetup>()
            .AddSingleton(provider => provider.GetRequiredService<SiteStorageClients>().ToSiteStorage());
}
