namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>What some work took.</summary>
/// <param name="Time">Of the processor: what other programs do meanwhile is not the input's fault.</param>
/// <param name="Bytes">All that was allocated, freed or not: more than was ever held at once.</param>
internal readonly record struct Effort(TimeSpan Time, long Bytes)
{
    /// <summary>Several times what it takes: machines differ, and what grows with the square of its input takes minutes.</summary>
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(3);

    /// <summary>For the largest text that is read, half a megabyte: six hundred times its size.</summary>
    public const long MostBytes = 300_000_000;

    public static Effort Of(Action work)
    {
        var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        work();
        return new Effort(Environment.CpuUsage.TotalTime - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    /// <summary>The least of up to three tries: a machine that does much else at once takes longer for the same.</summary>
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
