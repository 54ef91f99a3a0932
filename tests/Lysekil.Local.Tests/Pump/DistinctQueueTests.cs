using Lysekil.Local.Pump;
using Lysekil.Local.Tests.Relay;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;
using Lysekil.Publishing.Waking;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Pump;

public sealed class DistinctQueueTests
{
    private readonly SimulatedQueue _queue = new(TimeProvider.System);

    [Fact]
    public async Task What_is_asked_for_already_is_not_asked_for_again()
    {
        var distinct = new DistinctQueue(_queue);
        await SendAsync(distinct, PageKey.Front, PageKey.Rss);
        await SendAsync(distinct, PageKey.Rss, PageKey.Atom);
        await SendAsync(distinct, PageKey.Atom, PageKey.Front);
        await SendAsync(distinct);
        await SendAsync(distinct);

        Assert.Equal(
            [Message(PageKey.Front, PageKey.Rss), Message(PageKey.Atom), PageRefreshMessage.Rebuild.Write()],
            _queue.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task Once_somebody_receives_every_message_is_sent()
    {
        var distinct = new DistinctQueue(_queue);
        await SendAsync(distinct, PageKey.Front);
        distinct.Open();
        await SendAsync(distinct, PageKey.Front);
        await SendAsync(distinct, PageKey.Front);

        Assert.Equal(3, _queue.Messages.Count);
    }

    [Fact]
    public async Task What_could_not_be_asked_for_can_be_asked_for_again()
    {
        var broken = new BrokenQueue();
        var distinct = new DistinctQueue(broken);
        await Assert.ThrowsAsync<IOException>(() => SendAsync(distinct, PageKey.Front));
        await Assert.ThrowsAsync<IOException>(() => SendAsync(distinct));
        broken.Works = true;

        await SendAsync(distinct, PageKey.Front);
        await SendAsync(distinct);

        Assert.Equal(2, broken.Sent);
    }

    private static Task SendAsync(DistinctQueue queue, params PageKey[] pages) => queue.SendAsync(Message(pages), TimeSpan.Zero, default);

    /// <summary>No pages: the rebuild.</summary>
    private static string Message(params PageKey[] pages) => new PageRefreshMessage(new EquatableList<PageKey>(pages)).Write();
}
