using System.Net;
using System.Net.Sockets;
using Lysekil.Local.Storage;
using Lysekil.Local.Tests.Runner;

namespace Lysekil.Local.Tests.Storage;

public sealed class EmulatorProbeTests
{
    [Fact]
    public async Task No_emulator_runs_on_free_ports()
    {
        var ports = FreePorts.Three();

        Assert.False(await EmulatorProbe.IsRunningAsync(ports, default));
    }

    [Fact]
    public async Task A_port_of_another_program_is_named_with_a_remedy()
    {
        var ports = FreePorts.Three();
        using var other = new TcpListener(IPAddress.Loopback, ports.Queue);
        other.Start();
        var hangingUp = HangUpAsync(other);

        var cannot = await Assert.ThrowsAsync<RunnerException>(() => EmulatorProbe.IsRunningAsync(ports, default));

        Assert.Contains($"{ports.Queue} by another program", cannot.Message, StringComparison.Ordinal);
        Assert.Contains("--azurite-port", cannot.Remedy, StringComparison.Ordinal);
        other.Stop();
        await hangingUp;
    }

    private static async Task HangUpAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var caller = await listener.AcceptTcpClientAsync();
            }
        }
        catch (Exception stopped)
            when (stopped is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }
}
