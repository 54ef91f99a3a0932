using System.Net;
using System.Net.Sockets;
using Lysekil.Local.Storage;

namespace Lysekil.Local.Tests.Runner;

/// <summary>Finds free ports for the emulator of a test.</summary>
internal static class FreePorts
{
    private static int _next = 21000 + (Environment.ProcessId % 1000 * 30);

    /// <summary>Three free ports in a row.</summary>
    public static EmulatorPorts Three()
    {
        while (true)
        {
            var first = Interlocked.Add(ref _next, 3);
            if (Enumerable.Range(first, 3).All(IsFree))
            {
                return new EmulatorPorts(first);
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
