using Lysekil.Publishing.Storage;
using Lysekil.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Azure.Tests.Tables;

/// <summary>A query through a gate has the same rows, although it comes in slices.</summary>
public sealed class GatedTableQueryTests : TableQueryContract
{
    protected override Task<ITable> CreateAsync() => Task.FromResult<ITable>(
        new GatedTable("archive", new SimulatedTable(new FakeTimeProvider()), OpenGate.Instance) { RowsPerCall = 2 });
}
