namespace Lysekil.Publishing.Tests.HostileInput;

/// <summary>What some work took.</summary>
/// <param name="Time">Of the processor: what other programs do meanwhile is not the input's fault.</param>
/// <param name="Bytes">All that was allocated, freed or not: more than was ever held at once.</param>
internal readonly record struct Effort(TimeSpan Time, long Bytes)
{
    public static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    /// <summary>For a text of half a megabyte, the largest that is read: some five hundred times its size.</summary>
    public const long MostBytes = 250_000_000;

    public static Effort Of(Action work)
    {
        var (time, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        work();
        return new Effort(Environment.CpuUsage.TotalTime - time, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    public void AssertBounded(string what)
    {
        Assert.True(Time < MostTime, $"{what} took {Time}.");
        Assert.True(Bytes < MostBytes, $"{what} allocated {Bytes / 1_000_000} MB.");
    }
}
