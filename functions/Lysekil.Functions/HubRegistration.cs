using Lysekil.Publishing.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Lysekil.Functions;

/// <summary>
/// Registers the sender of notices to hubs. The local runner registers none, since its site is not public.
/// </summary>
internal static class HubRegistration
{
    public static IServiceCollection AddHub(this IServiceCollection services) =>
        services.AddSingleton<IHub>(_ => new Hub(Hub.Client(Hub.Patience, PublicDialler.OfProcess)));
}
