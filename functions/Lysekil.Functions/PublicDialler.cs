using System.Net;
using System.Net.Sockets;

namespace Lysekil.Functions;

/// <summary>
/// Connects to hosts whose every address is public. A name that an editor has written may resolve to this machine, to
/// its network or to the platform, none of which is a hub.
/// </summary>
/// <param name="resolve">The addresses of a host's name.</param>
/// <param name="open">Opens a connection to an address that has been judged.</param>
internal sealed class PublicDialler(
    Func<string, CancellationToken, Task<IPAddress[]>> resolve,
    Func<IPEndPoint, CancellationToken, ValueTask<Stream>> open)
{
    /// <summary>Resolves by the machine's DNS, and connects by TCP.</summary>
    public static PublicDialler OfProcess { get; } = new(Dns.GetHostAddressesAsync, OpenAsync);

    /// <summary>
    /// For <see cref="SocketsHttpHandler.ConnectCallback"/>. It connects to an address that it has judged, and does not
    /// resolve the name again: the second answer could be another one.
    /// </summary>
    /// <exception cref="HttpRequestException">
    /// The name resolves to nothing, or to an address that is not public.
    /// </exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await resolve(host, cancellation);
        if (addresses.Length == 0 || !addresses.All(PublicAddresses.Contain))
        {
            throw new HttpRequestException(
                HttpRequestError.NameResolutionError, $"{host} is not asked, since its address is not public.");
        }

        for (var at = 0; ; at++)
        {
            try
            {
                return await open(new IPEndPoint(addresses[at], context.DnsEndPoint.Port), cancellation);
            }
            catch (SocketException) when (at + 1 < addresses.Length)
            {
                // The next address may answer.
            }
        }
    }

    private static async ValueTask<Stream> OpenAsync(IPEndPoint address, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
