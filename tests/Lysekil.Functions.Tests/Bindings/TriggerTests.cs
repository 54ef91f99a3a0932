using Lysekil.Publishing.Storage;

namespace Lysekil.Functions.Tests.Bindings;

public sealed class TriggerTests
{
    [Fact]
    public void These_are_the_functions()
    {
        Assert.Equal(
            ["PublishContent", "PublishScheduled", "ReconcilePages", "ReconcileSources", "RefreshPage"],
            AppFunctions.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_has_one_trigger_and_can_be_cancelled()
    {
        Assert.Equal(AppFunctions.All.Count, AppFunctions.Queues.Count + AppFunctions.Timers.Count);
        Assert.All(
            AppFunctions.All.Values,
            function => Assert.Equal(typeof(CancellationToken), function.GetParameters()[^1].ParameterType));
    }

    [Theory]
    [InlineData("PublishContent", StorageNames.ContentEvents)]
    [InlineData("RefreshPage", StorageNames.PageRefreshes)]
    public void A_queue_is_the_one_that_the_engine_sends_to(string function, string queue)
    {
        Assert.Equal(queue, AppFunctions.Queues[function].QueueName);
    }

    [Fact]
    public void All_queues_are_reached_by_the_content_storages_connection()
    {
        Assert.All(AppFunctions.Queues.Values, trigger => Assert.Equal("ContentStorage", trigger.Connection));
    }
}
