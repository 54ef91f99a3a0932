namespace Lysekil.Benchmarks.Publish;

/// <summary>The storages to publish to.</summary>
internal enum StorageKind
{
    /// <summary>Storage in memory, so that the time is that of the engine.</summary>
    Memory,

    /// <summary>Storage in memory, with the latency of a network for each call.</summary>
    Latency,

    /// <summary>The storage emulator.</summary>
    Azurite,
}
