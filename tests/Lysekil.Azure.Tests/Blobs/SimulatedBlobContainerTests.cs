using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Blobs;

public sealed class SimulatedBlobContainerTests : BlobContainerContract
{
    private readonly FakeTimeProvider _clock = new();

    protected override Task<IBlobContainer> CreateAsync() =>
        Task.FromResult<IBlobContainer>(new SimulatedBlobContainer(_clock));

    protected override Task AWhileAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(2));
        return Task.CompletedTask;
    }
}
