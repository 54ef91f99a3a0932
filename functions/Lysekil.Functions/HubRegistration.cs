using Lysekil.Publishing.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Functions;

/// <summary>Registers the way to hubs: for the function app alone, since a laptop has nothing to tell the world.</summary>
internal static class HubRegistration
{
    public static IServiceCollection AddHub(this IServiceCollection services) =>
        services.AddSingleton<IHub>(_ => new Hub(Hub.Client(Hub.Patience)));
}
