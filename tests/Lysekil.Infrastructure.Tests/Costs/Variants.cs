using System.Globalization;
using Lysekil.Infrastructure.Tests.Bicep;

namespace Lysekil.Infrastructure.Tests.Costs;

/// <summary>The default deployment and three others, as their snapshots price them.</summary>
internal static class Variants
{
    private const int HoursAMonth = 30 * 24;
    private const int SecondsAMonth = HoursAMonth * 3_600;
    private const int ReadyInstancesOfAGroup = 2;

    /// <summary>Zone redundancy keeps two instances for each function; the desk's HTTP function is one.</summary>
    public static int ReadyInstances => ReadyInstancesOfAGroup * (Triggers.Functions.Count + 1);

    /// <summary>Name, number of resources, dollars a month, and what of it has no price.</summary>
    public static async Task<IReadOnlyList<(string Name, int Resources, decimal Dollars, string Unpriced)>> OfAsync(
        Bill bill, Terms terms)
    {
        var network = await Deployment.WithNetwork;
        var endpoints = network.Of("Microsoft.Network/privateEndpoints").Count;
        var zones = network.Of("Microsoft.Network/privateDnsZones").Count;
        var millions = ReadyInstances * terms.InstanceGigabytes * SecondsAMonth / 1_000_000;
        return
        [
            ("default", Count(await Deployment.Plain), bill.Total, "nothing"),
            ("zone-redundant (`ZONE_REDUNDANT`)", Count(await Deployment.OverZones), bill.Total,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ReadyInstances} instances that wait all month: {millions:0.0} million GB-s")),
            ("private network (`VNET_ENABLED`)", Count(network),
                bill.Total + Prices.PrivateEndpointHours.Of(endpoints * HoursAMonth) + Prices.PrivateZones.Of(zones),
                "each gigabyte through an endpoint, and a NAT gateway if there is one"),
            ("custom domain (`CUSTOM_DOMAIN`)", Count(await Deployment.WithDomain), bill.Total + bill.FrontDoor,
                "what the cache of Front Door saves"),
        ];
    }

    private static int Count(Deployment deployment) => deployment.Resources.Count();
}
