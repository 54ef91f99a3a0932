using Lysekil.Publishing.Storage;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Storage;

public class BlobListingTests
{
    [Fact]
    public async Task All_blobs_are_listed_once_over_several_calls()
    {
        var trace = new StorageTrace();
        var storage = new SimulatedStorage(Some.Clock(), trace);
        var names = Enumerable.Range(0, 5_001).Select(i => FormattableString.Invariant($"{i:0000}.md")).ToList();
        names.ForEach(name => storage.Content.Put(name, "x"u8));

        Assert.Equal(names, await storage.Site.Content.ListAllAsync(default).Select(b => b.Name).ToListAsync());
        Assert.Equal(2, trace.Calls.Count(c => c.Operation == StorageOperation.List));
    }
}
