using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Relay;

/// <summary>A queue that fails until <see cref="Works"/> is set.</summary>
internal sealed class BrokenQueue : IQueue
{
    public bool Works { get; set; }

    public int Sent { get; private set; }

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation)
    {
        if (!Works)
        {
            throw new IOException("The queue does not answer.");
        }

        Sent++;
        return Task.CompletedTask;
    }
}
