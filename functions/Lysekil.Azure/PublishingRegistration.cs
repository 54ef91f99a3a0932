using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lysekil.Azure;

/// <summary>Registers the engine, for the function app and for the local runner.</summary>
public static class PublishingRegistration
{
    /// <summary>
    /// Adds <see cref="PublishingEngine"/> as a singleton on the registered <see cref="SiteStorage"/>, logging and
    /// clock; the clock is the system's unless another is registered.
    /// </summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<PublishingEngine>();
    }
}
