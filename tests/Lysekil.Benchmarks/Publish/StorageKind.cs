namespace Lysekil.Benchmarks.Publish;

/// <summary>Which storage a publish works on.</summary>
internal enum StorageKind
{
    /// <summary>In memory: what is counted and timed is our own work.</summary>
    Memory,

    /// <summary>In memory, but each call takes as long as it would over a network.</summary>
    Latency,

    /// <summary>The emulator.</summary>
    Azurite,
}
