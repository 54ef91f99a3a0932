using Lysekil.Azure.Tests.Azurite;
using Lysekil.Publishing.Tests.Protocol;
using Lysekil.Simulation;

namespace Lysekil.Azure.Tests.Protocol;

[Collection(AzuriteCollection.Name)]
public sealed class AzuriteProtocolTests(AzuriteFixture azurite) : ProtocolExamples
{
    protected override async Task<ISiteUnderTest> CreateAsync() => await AzuriteSiteUnderTest.CreateAsync(azurite);
}
