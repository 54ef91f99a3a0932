namespace Lysekil.Local.Tests;

public class EndlessWorkTests
{
    /// <summary>A pump that had died was nobody's concern, and its queue stood still.</summary>
    [Fact]
    public async Task A_work_that_ends_by_a_fault_ends_the_others_and_is_told()
    {
        var hasStopped = false;
        async Task WaitAsync(CancellationToken stop)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            finally
            {
                hasStopped = true;
            }
        }

        var fault = await Assert.ThrowsAsync<IOException>(() =>
            EndlessWork.RunAsync([WaitAsync, _ => Task.FromException(new IOException("The disk is full."))], default));

        Assert.Equal("The disk is full.", fault.Message);
        Assert.True(hasStopped);
    }

    [Fact]
    public async Task All_end_when_they_are_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var running = EndlessWork.RunAsync([s => Task.Delay(Timeout.Infinite, s), s => Task.Delay(Timeout.Infinite, s)], stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
