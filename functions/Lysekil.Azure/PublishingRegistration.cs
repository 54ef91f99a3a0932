using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lysekil.Azure;

/// <summary>Registers the engine, for the function app and for the local runner.</summary>
public static class PublishingRegistration
{
    /// <summary>
    /// Adds <see cref="PublishingEngine"/> for as long as the program runs, on the <see cref="SiteStorage"/> and the logging
    /// that are registered, by the system's clock unless another is.
    /// </summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<PublishingEngine>();
    }
}
