using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Protocol;

public sealed class SimulatedProtocolTests : ProtocolExamples
{
    protected override Task<ISiteUnderTest> CreateAsync() =>
        Task.FromResult<ISiteUnderTest>(new SimulatedSiteUnderTest());
}
