using Lysekil.Local.Pump;
using Lysekil.Local.Tests.Relay;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Pump;

public sealed class DistinctQueueTests
{
    private readonly SimulatedQueue _queue = new(TimeProvider.System);

    [Fact]
    public async Task What_is_asked_for_is_asked_for_once_and_together_when_somebody_receives()
    {
        var distinct = new DistinctQueue(_queue);
        await SendAsync(distinct, PageKey.Rss, PageKey.Front);
        await SendAsync(distinct, PageKey.Rss, PageKey.Atom);
        await SendAsync(distinct, PageKey.Atom, PageKey.Front);
        await SendAsync(distinct);
        await SendAsync(distinct);
        Assert.Empty(_queue.Messages);

        await distinct.OpenAsync(default);

        Assert.Equal(
            [Message(PageKey.Atom, PageKey.Front, PageKey.Rss), PageRefreshMessage.Rebuild.Write()],
            _queue.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task Neighbours_are_asked_for_together_however_they_came()
    {
        var distinct = new DistinctQueue(_queue);
        foreach (var year in (int[])[2021, 2020])
        {
            for (var month = 16; month > 0; month--)
            {
                await SendAsync(distinct, PageKey.TopicYear(Slug.Parse($"amne-{year}")!, 2000 + month));
            }
        }

        await distinct.OpenAsync(default);

        var asked = _queue.Messages.Select(m => PageRefreshMessage.Read(m.Text)!.Pages).ToList();
        Assert.Equal([16, 16], asked.Select(pages => pages.Count));
        Assert.All(asked[0], page => Assert.StartsWith("amnen/amne-2020/", page.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_somebody_receives_every_message_is_sent()
    {
        var distinct = new DistinctQueue(_queue);
        await SendAsync(distinct, PageKey.Front);
        await distinct.OpenAsync(default);
        await SendAsync(distinct, PageKey.Front);
        await SendAsync(distinct, PageKey.Front);

        Assert.Equal(3, _queue.Messages.Count);
    }

    [Fact]
    public async Task Whoever_opens_it_learns_that_the_queue_does_not_answer()
    {
        var distinct = new DistinctQueue(new BrokenQueue());
        await SendAsync(distinct, PageKey.Front);

        await Assert.ThrowsAsync<IOException>(() => distinct.OpenAsync(default));
    }

    private static Task SendAsync(DistinctQueue queue, params PageKey[] pages) => queue.SendAsync(Message(pages), TimeSpan.Zero, default);

    /// <summary>No pages: the rebuild.</summary>
    private static string Message(params PageKey[] pages) => new PageRefreshMessage(new EquatableList<PageKey>(pages)).Write();
}
