namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>The processor time and the memory that some work took.</summary>
/// <param name="Time">Processor time, which other programs do not affect.</param>
/// <param name="Bytes">All that was allocated, whether freed or not.</param>
internal readonly record struct Effort(TimeSpan Time, long Bytes)
{
    /// <summary>Several times the usual time, since machines differ; work in quadratic time takes minutes.</summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(3);

    /// <summary>Six hundred times the size of the largest text that is read.</summary>
    public const long MostBytes = 300_000_000;

    public static Effort Of(Action work)
    {
        var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        work();
        return new Effort(Environment.CpuUsage.TotalTime - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    /// <summary>The least effort of up to three tries: a busy machine takes longer for the same work.</summary>
    public static Effort Least(Action work)
    {
        var effort = Of(work);
        for (var again = 0; again < 2 && effort.Time >= MostTime; again++)
        {
            effort = Of(work);
        }

        return effort;
    }

    public void AssertBounded(string what)
    {
        Assert.True(Time < MostTime, $"{what} took {Time}.");
        Assert.True(Bytes < MostBytes, $"{what} allocated {Bytes / 1_000_000} MB.");
    }
}
