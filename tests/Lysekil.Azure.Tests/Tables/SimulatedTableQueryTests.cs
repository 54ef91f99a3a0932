using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Tables;

public sealed class SimulatedTableQueryTests : TableQueryContract
{
    protected override Task<ITable> CreateAsync() =>
        Task.FromResult<ITable>(new SimulatedTable(new FakeTimeProvider()));
}
