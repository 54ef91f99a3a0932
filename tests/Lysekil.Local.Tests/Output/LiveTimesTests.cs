using Lysekil.Local.Output;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Publication;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Local.Tests.Output;

public sealed class LiveTimesTests
{
    private static readonly PageKey Page = PageKey.Parse("2019/10/val/index.html")!;

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly LiveTimes _times;

    public LiveTimesTests() => _times = new LiveTimes(_clock);

    [Fact]
    public void An_article_is_live_when_its_page_is_written()
    {
        var outcome = Outcome();
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(_times.Published(outcome, _clock.GetUtcNow()));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((outcome, (TimeSpan?)TimeSpan.FromSeconds(3)), _times.Refreshed(Page));
        Assert.Null(_times.Refreshed(Page));
    }

    [Fact]
    public void A_page_may_be_written_before_its_publish_is_reported()
    {
        var began = _clock.GetUtcNow();
        var outcome = Outcome();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_times.Refreshed(Page));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((outcome, (TimeSpan?)TimeSpan.FromSeconds(1)), _times.Published(outcome, began));
    }

    /// <summary>A container does not keep the time of a deletion: no more is known than that it happened.</summary>
    [Fact]
    public void A_page_may_be_gone_before_the_deletion_by_another_client_is_reported()
    {
        var removed = new PublishOutcome(Outcome().Path, PublishChange.Removed, Page, null, []);
        Assert.Null(_times.Refreshed(Page));

        Assert.Equal((removed, (TimeSpan?)null), _times.Published(removed, _clock.GetUtcNow()));
    }

    [Fact]
    public void A_page_that_was_written_before_the_publish_began_does_not_count()
    {
        _times.Refreshed(Page);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(_times.Published(Outcome(), _clock.GetUtcNow()));
    }

    [Fact]
    public void The_time_of_the_mirror_goes_before_that_of_the_blob()
    {
        var outcome = Outcome();
        _clock.Advance(TimeSpan.FromSeconds(0.9));
        _times.Mirrored(outcome.Path.Value);
        _times.Published(outcome, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(0.25));

        Assert.Equal(TimeSpan.FromSeconds(0.25), _times.Refreshed(Page)!.Value.Took);
    }

    [Fact]
    public void A_deletion_is_timed_only_if_the_mirror_made_it()
    {
        var removed = Outcome() with { Change = PublishChange.Removed, Modified = null };
        _times.Published(removed, _clock.GetUtcNow());
        Assert.Null(_times.Refreshed(Page)!.Value.Took);

        _times.Mirrored(removed.Path.Value);
        _clock.Advance(TimeSpan.FromSeconds(0.5));
        _times.Published(removed, _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromSeconds(0.5));

        Assert.Equal(TimeSpan.FromSeconds(1), _times.Refreshed(Page)!.Value.Took);
    }

    private PublishOutcome Outcome() => new(
        new SourcePath("artiklar/2019-10-05-val.md"), PublishChange.Published, Page, _clock.GetUtcNow(), []);
}
