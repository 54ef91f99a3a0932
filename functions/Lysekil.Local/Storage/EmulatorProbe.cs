using System.Net;
using System.Net.Sockets;

namespace Lysekil.Local.Storage;

/// <summary>Finds out who listens on the emulator's ports. Azurite names itself in each answer.</summary>
internal static class EmulatorProbe
{
    /// <summary>Azurite answers in milliseconds, but not on a machine that does much else.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether Azurite listens on all three ports. <c>false</c>: nobody listens on any.
    /// </summary>
    /// <exception cref="RunnerException">At least one of them is taken by something else.</exception>
    public static async Task<bool> IsRunningAsync(EmulatorPorts ports, CancellationToken cancellation)
    {
        var tenants = await Task.WhenAll(
            AskAsync(ports.Blob, "Azurite-Blob", cancellation),
            AskAsync(ports.Queue, "Azurite-Queue", cancellation),
            AskAsync(ports.Table, "Azurite-Table", cancellation));
        if (tenants.All(tenant => tenant == PortTenant.Azurite))
        {
            return true;
        }

        var taken = tenants.Index().Where(entry => entry.Item != PortTenant.Nobody).ToList();
        if (taken.Count == 0)
        {
            return false;
        }

        var who = string.Join(", ", taken.Select(entry => FormattableString.Invariant(
            $"{ports.Blob + entry.Index} by {(entry.Item == PortTenant.Azurite ? "an Azurite with other ports beside it" : "another program")}")));
        throw new RunnerException(
            $"The local storage needs three ports in a row, {ports}, and not all are free: {who}.",
            FormattableString.Invariant($"Choose three others by the first of them: --azurite-port {ports.Blob + 1000}"));
    }

    private static async Task<PortTenant> AskAsync(int port, string name, CancellationToken cancellation)
    {
        try
        {
            using var socket = new TcpClient(AddressFamily.InterNetwork);
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
        }
        catch (SocketException)
        {
            return PortTenant.Nobody;
        }

        try
        {
            using var http = new HttpClient { Timeout = Patience };
            using var answer = await http.GetAsync(
                new UriBuilder("http", "127.0.0.1", port).Uri, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var isAzurite = answer.Headers.Server.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase);
            return isAzurite ? PortTenant.Azurite : PortTenant.Somebody;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested
            && fault is HttpRequestException or OperationCanceledException)
        {
            return PortTenant.Somebody;
        }
    }
}
