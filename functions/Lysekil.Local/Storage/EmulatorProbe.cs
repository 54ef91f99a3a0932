using System.Net;
using System.Net.Sockets;

namespace Lysekil.Local.Storage;

/// <summary>
/// Finds out what listens on the emulator's ports. Azurite names itself in the header of each response.
/// </summary>
internal static class EmulatorProbe
{
    /// <summary>Azurite answers in milliseconds, but not on a machine under load.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private enum PortState
    {
        Free,

        /// <summary>The service of Azurite that belongs on this port listens.</summary>
        Azurite,

        OtherProgram,
    }

    /// <summary>True if Azurite listens on all three ports; false if nothing listens on any of them.</summary>
    /// <exception cref="RunnerException">At least one of them is taken by something else.</exception>
    public static async Task<bool> IsRunningAsync(EmulatorPorts ports, CancellationToken cancellation)
    {
        var states = await Task.WhenAll(
            ProbeAsync(ports.Blob, "Azurite-Blob", cancellation),
            ProbeAsync(ports.Queue, "Azurite-Queue", cancellation),
            ProbeAsync(ports.Table, "Azurite-Table", cancellation));
        if (states.All(state => state == PortState.Azurite))
        {
            return true;
        }

        var taken = states.Index().Where(entry => entry.Item != PortState.Free).ToList();
        if (taken.Count == 0)
        {
            return false;
        }

        var owners = string.Join(", ", taken.Select(entry => FormattableString.Invariant(
            $"{ports.Blob + entry.Index} by {OwnerOf(entry.Item)}")));
        throw new RunnerException(
            $"The local storage needs three ports in a row, {ports}, and not all are free: {owners}.",
            FormattableString.Invariant($"Choose the first of three others: --azurite-port {ports.Blob + 1000}"));
    }

    private static string OwnerOf(PortState taken) =>
        taken == PortState.Azurite ? "an Azurite with other ports beside it" : "another program";

    private static async Task<PortState> ProbeAsync(int port, string name, CancellationToken cancellation)
    {
        try
        {
            using var socket = new TcpClient(AddressFamily.InterNetwork);
            await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
        }
        catch (SocketException)
        {
            return PortState.Free;
        }

        try
        {
            using var http = new HttpClient { Timeout = Timeout };
            using var answer = await http.GetAsync(
                new UriBuilder("http", "127.0.0.1", port).Uri, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var isAzurite = answer.Headers.Server.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase);
            return isAzurite ? PortState.Azurite : PortState.OtherProgram;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested
            && fault is HttpRequestException or OperationCanceledException)
        {
            return PortState.OtherProgram;
        }
    }
}
