using System.Net;
using System.Net.Sockets;

namespace Lysekil.Functions;

/// <summary>
/// The addresses that are reached over the public network: those that IANA's registries of special-purpose addresses
/// (RFC 6890) leave, without multicast, and without the one by which Azure serves its own machines.
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/3",
            // "What is IP address 168.63.129.16?" in Azure's documentation.
            "168.63.129.16/32",
            // Among the global unicast addresses, 2000::/3: protocols, documentation, and ways to IPv4 addresses.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>IPv4 addresses as a network that has IPv6 alone writes them (RFC 6052).</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address is public. An IPv4 address within one of IPv6 is judged as itself.</summary>
    public static bool Contain(IPAddress address)
    {
        var judged = address.IsIPv4MappedToIPv6 || Translated.Contains(address)
            ? new IPAddress(address.GetAddressBytes().AsSpan(12))
            : address;
        return (judged.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(judged))
            && !Special.Any(network => network.Contains(judged));
    }
}
