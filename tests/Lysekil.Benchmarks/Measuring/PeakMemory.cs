namespace Lysekil.Benchmarks.Measuring;

/// <summary>
/// The peak memory of this process during a measurement, less what it held before, which is mostly the simulated
/// storage.
/// </summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly long _before;
    private readonly Timer _timer;
    private long _most;

    public PeakMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _before = _most = Environment.WorkingSet;
        _timer = new Timer(_ => Look(), null, dueTime: 0, period: 10);
    }

    /// <summary>Megabytes above what the process held before.</summary>
    public double MegabytesBefore => _before / 1e6;

    public double Megabytes
    {
        get
        {
            Look();
            return (_most - _before) / 1e6;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look() => _most = Math.Max(_most, Environment.WorkingSet);
}
