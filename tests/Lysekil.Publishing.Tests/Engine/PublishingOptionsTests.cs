using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Publishing.Tests.Engine;

public class PublishingOptionsTests
{
    [Fact]
    public void The_defaults_are_those_of_a_live_site()
    {
        var options = new PublishingOptions();

        Assert.False(options.IsBulk);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Rest);
        Assert.Equal(new ListLengths(Newest: 20, NewestOfTopic: 10, Month: 200, TopicYear: 500), options.ListLengths);
        Assert.Equal(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, options.Memory);
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(300, 100, 100, 999)]
    public void An_engine_accepts_the_limits_of_each_range(int seconds, int newest, int newestOfTopic, int period) =>
        Assert.NotNull(Engine(seconds, newest, newestOfTopic, period, period));

    [Theory]
    [InlineData(-1, 20, 10, "Rest must be from 00:00:00 to 00:05:00.")]
    [InlineData(301, 20, 10, "Rest must be from 00:00:00 to 00:05:00.")]
    [InlineData(2, 0, 10, "ListLengths.Newest must be from 1 to 100.")]
    [InlineData(2, 101, 10, "ListLengths.Newest must be from 1 to 100.")]
    [InlineData(2, 20, 0, "ListLengths.NewestOfTopic must be from 1 to 20.")]
    [InlineData(2, 20, 21, "ListLengths.NewestOfTopic must be from 1 to 20.")]
    public void An_engine_refuses_an_option_out_of_its_range_and_names_the_range(
        int seconds, int newest, int newestOfTopic, string message)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Engine(seconds, newest, newestOfTopic));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 500, "ListLengths.Month must be from 1 to 999.")]
    [InlineData(1_000, 500, "ListLengths.Month must be from 1 to 999.")]
    [InlineData(200, 0, "ListLengths.TopicYear must be from 1 to 999.")]
    public void An_engine_refuses_the_length_of_a_page_out_of_its_range(int month, int topicYear, string message)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => Engine(2, 20, 10, month, topicYear));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static PublishingEngine Engine(
        int seconds, int newest, int newestOfTopic, int month = 200, int topicYear = 500)
    {
        var clock = Some.Clock();
        var options = new PublishingOptions
        {
            Rest = TimeSpan.FromSeconds(seconds),
            ListLengths = new ListLengths(newest, newestOfTopic, month, topicYear),
        };
        return new PublishingEngine(new SimulatedStorage(clock).Site, clock, NullLoggerFactory.Instance, options);
    }
}
