using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Blobs;

public sealed class SimulatedBlobListingTests : BlobListingContract
{
    protected override Task<IBlobContainer> CreateAsync() =>
        Task.FromResult<IBlobContainer>(new SimulatedBlobContainer(new FakeTimeProvider()));
}
