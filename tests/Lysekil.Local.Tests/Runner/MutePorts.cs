using System.Net;
using System.Net.Sockets;
using Lysekil.Local.Storage;

namespace Lysekil.Local.Tests.Runner;

/// <summary>Servers on the ports of an emulator that take connections and never answer.</summary>
internal sealed class MutePorts : IDisposable
{
    private readonly List<TcpListener> _listeners = [];

    public MutePorts(EmulatorPorts ports)
    {
        foreach (var port in new[] { ports.Blob, ports.Queue, ports.Table })
        {
            var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            _listeners.Add(listener);
        }
    }

    public void Dispose() => _listeners.ForEach(listener => listener.Dispose());
}
