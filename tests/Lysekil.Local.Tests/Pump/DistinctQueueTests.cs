using Lysekil.Local.Pump;
using Lysekil.Local.Tests.Relay;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Pump;

public sealed class DistinctQueueTests
{
    private readonly SimulatedQueue _queue = new(TimeProvider.System);

    [Fact]
    public async Task A_message_that_waits_already_is_not_sent_again()
    {
        var distinct = new DistinctQueue(_queue);
        await distinct.SendAsync("index.html", TimeSpan.Zero, default);
        await distinct.SendAsync("rss.xml", TimeSpan.Zero, default);
        await distinct.SendAsync("index.html", TimeSpan.Zero, default);

        Assert.Equal(["index.html", "rss.xml"], _queue.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task Once_somebody_receives_every_message_is_sent()
    {
        var distinct = new DistinctQueue(_queue);
        await distinct.SendAsync("index.html", TimeSpan.Zero, default);
        distinct.Open();
        await distinct.SendAsync("index.html", TimeSpan.Zero, default);
        await distinct.SendAsync("index.html", TimeSpan.Zero, default);

        Assert.Equal(3, _queue.Messages.Count);
    }

    [Fact]
    public async Task A_message_that_could_not_be_sent_can_be_sent_again()
    {
        var broken = new BrokenQueue();
        var distinct = new DistinctQueue(broken);
        await Assert.ThrowsAsync<IOException>(() => distinct.SendAsync("m", TimeSpan.Zero, default));
        broken.Works = true;

        await distinct.SendAsync("m", TimeSpan.Zero, default);

        Assert.Equal(1, broken.Sent);
    }
}
