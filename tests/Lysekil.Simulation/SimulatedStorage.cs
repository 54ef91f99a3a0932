using Lysekil.Publishing.Storage;

namespace Lysekil.Simulation;

/// <summary>
/// All storage of one site in memory: what <see cref="Site"/> hands out is what the engine sees; the properties are
/// what the test sees, on the same data and past the gate.
/// </summary>
public sealed class SimulatedStorage
{
    /// <summary>An empty storage.</summary>
    /// <param name="clock">What the services read the time from.</param>
    /// <param name="gate">What each call of <see cref="Site"/> passes; by default it passes at once.</param>
    public SimulatedStorage(TimeProvider clock, IStorageGate? gate = null)
    {
        Content = new(clock);
        Accepted = new(clock);
        Web = new(clock);
        Desk = new(clock);
        Index = new(clock);
        ContentEvents = new(clock);
        PageRefreshes = new(clock);
        Site = Through(gate ?? OpenGate.Instance);
    }

    public SiteStorage Site { get; }

    public SimulatedBlobContainer Content { get; }

    public SimulatedBlobContainer Accepted { get; }

    public SimulatedBlobContainer Web { get; }

    public SimulatedBlobContainer Desk { get; }

    public SimulatedTable Index { get; }

    public SimulatedQueue ContentEvents { get; }

    public SimulatedQueue PageRefreshes { get; }

    /// <summary>Takes over the blobs and rows of another storage; messages are not taken along.</summary>
    public void CopyFrom(SimulatedStorage other)
    {
        Content.CopyFrom(other.Content);
        Accepted.CopyFrom(other.Accepted);
        Web.CopyFrom(other.Web);
        Desk.CopyFrom(other.Desk);
        Index.CopyFrom(other.Index);
    }

    /// <summary>
    /// The same storage behind another gate: with one gate for each running function, a scheduler knows who calls.
    /// </summary>
    /// <param name="gate">What each call passes.</param>
    /// <param name="rowsPerCall">How many rows of a query come in one call.</param>
    public SiteStorage Through(IStorageGate gate, int rowsPerCall = 1_000) => new(
        new GatedBlobContainer(StorageNames.Content, Content, gate),
        new GatedBlobContainer(StorageNames.Accepted, Accepted, gate),
        new GatedBlobContainer(StorageNames.Web, Web, gate),
        new GatedBlobContainer(StorageNames.Desk, Desk, gate),
        new GatedTable(StorageNames.IndexTable, Index, gate) { RowsPerCall = rowsPerCall },
        new GatedQueue(StorageNames.ContentEvents, ContentEvents, gate),
        new GatedQueue(StorageNames.PageRefreshes, PageRefreshes, gate),
        new GatedPoisonQueue(StorageNames.PoisonOf(StorageNames.ContentEvents), ContentEvents.PoisonQueue, gate),
        new GatedPoisonQueue(StorageNames.PoisonOf(StorageNames.PageRefreshes), PageRefreshes.PoisonQueue, gate));
}
