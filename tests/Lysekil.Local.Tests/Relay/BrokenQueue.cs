using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Relay;

/// <summary>A queue that does not take messages until it is mended.</summary>
internal sealed class BrokenQueue : IQueue
{
    public bool Works { get; set; }

    public Task SendAsync(string message, TimeSpan delay, CancellationToken cancellation) =>
        Works ? Task.CompletedTask : Task.FromException(new IOException("The queue does not answer."));
}
