using Lysekil.Local.Threading;

namespace Lysekil.Local.Tests.Threading;

public sealed class TaskGroupTests
{
    /// <summary>The fault of a pump once went unnoticed, and its queue was no longer read.</summary>
    [Fact]
    public async Task A_task_that_fails_cancels_the_others_and_its_fault_reaches_the_caller()
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
            TaskGroup.RunAsync([WaitAsync, _ => Task.FromException(new IOException("The disk is full."))], default));

        Assert.Equal("The disk is full.", fault.Message);
        Assert.True(hasStopped);
    }

    [Fact]
    public async Task Cancellation_ends_all_tasks()
    {
        using var stop = new CancellationTokenSource();
        var running = TaskGroup.RunAsync(
            [s => Task.Delay(Timeout.Infinite, s), s => Task.Delay(Timeout.Infinite, s)], stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
