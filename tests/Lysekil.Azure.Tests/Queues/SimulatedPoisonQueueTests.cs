using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Queues;

public sealed class SimulatedPoisonQueueTests : PoisonQueueContract
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedPoisonQueue _queue;

    public SimulatedPoisonQueueTests() => _queue = new(_clock);

    protected override Task<IPoisonQueue> CreateAsync() => Task.FromResult<IPoisonQueue>(_queue);

    protected override Task PutAsync(string body)
    {
        _queue.AddBody(body);
        return Task.CompletedTask;
    }

    protected override Task AWhileAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(2));
        return Task.CompletedTask;
    }
}
