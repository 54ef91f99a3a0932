using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// A picture that ends the process that decodes it costs its own message and no other. Here, the end of a process is
/// the answer of a trial: no file really ends one.
/// </summary>
public class PictureTrialTests
{
    private const string Path = "bilder/hamn.png";

    private readonly DeadlyPictures _trial = new();
    private readonly SimulatedSite _site;

    public PictureTrialTests() => _site = new SimulatedSite(Some.Clock(), trial: _trial);

    [Fact]
    public async Task A_picture_whose_earlier_attempt_may_have_ended_its_process_is_tried_elsewhere_and_refused()
    {
        _trial.Dies = true;
        _site.Storage.Content.Put(Path, SamplePicture.Png());

        var outcome = await AttemptAsync(attempt: 2);

        var refusal = Assert.Single(outcome.Diagnostics);
        Assert.Equal((PublishChange.Refused, "picture"), (outcome.Change, refusal.Code));
        Assert.Contains("kraschade när det försökte öppna den", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("kraschade när det försökte öppna den", _site.Told, StringComparison.Ordinal);
        Assert.Equal("refused", _site.Storage.Content.Blobs[Path].Tags["state"]);
    }

    [Fact]
    public async Task It_stays_refused_and_the_site_goes_on()
    {
        _trial.Dies = true;
        _site.Storage.Content.Put(Path, SamplePicture.Png());
        await AttemptAsync(attempt: 2);

        var again = await AttemptAsync(attempt: 1);
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await _site.SettleAsync();

        Assert.Equal(PublishChange.Unchanged, again.Change);
        Assert.Equal(1, _trial.Held);
        Assert.Contains("2026/05/kajen/index.html", _site.Pages.Keys);
        Assert.Equal("refused", _site.Storage.Content.Blobs[Path].Tags["state"]);
    }

    /// <summary>A message comes again for many reasons, and most pictures are not at fault.</summary>
    [Fact]
    public async Task A_picture_that_outlives_its_trial_is_published()
    {
        _site.Storage.Content.Put(Path, SamplePicture.Png());

        var outcome = await AttemptAsync(attempt: 2);

        Assert.Equal((PublishChange.Published, true), (outcome.Change, _trial.Held > 0));
        Assert.Contains(Path, _site.Pages.Keys);
    }

    [Fact]
    public async Task A_first_attempt_and_a_file_that_is_no_picture_are_not_tried()
    {
        _trial.Dies = true;
        _site.Storage.Content.Put(Path, SamplePicture.Png());
        _site.Storage.Content.Put("bilder/protokoll.pdf", "%PDF-1.7");

        var picture = await AttemptAsync(attempt: 1);
        var document = await AttemptAsync(attempt: 2, "bilder/protokoll.pdf");

        Assert.Equal((PublishChange.Published, PublishChange.Published), (picture.Change, document.Change));
        Assert.Equal(0, _trial.Held);
    }

    /// <summary>An engine whose messages end with their process cannot tell a later attempt.</summary>
    [Fact]
    public async Task An_engine_that_is_told_to_tries_each_picture_on_the_first_attempt()
    {
        var engine = new PublishingEngine(
            _site.Storage.Site,
            Some.Clock(),
            NullLoggerFactory.Instance,
            new PublishingOptions { TriesPictures = true },
            trial: _trial);
        _trial.Dies = true;
        _site.Storage.Content.Put(Path, SamplePicture.Png());

        var outcomes = await engine.ContentEvents.HandleAsync(
            new(ContentEvent.Publish(new SourcePath(Path)), 1), default);

        Assert.Equal((PublishChange.Refused, 1), (Assert.Single(outcomes).Change, _trial.Held));
    }

    [Fact]
    public async Task A_dry_run_refuses_a_picture_that_ends_its_process_and_goes_on()
    {
        _trial.Dies = true;
        PublishDryRun.SourceFile[] files =
        [
            new(new SourcePath(Path), Some.Now, () => new MemoryStream(SamplePicture.Png())),
            new(new SourcePath("bilder/protokoll.pdf"), Some.Now, () => new MemoryStream("%PDF-1.7"u8.ToArray())),
        ];

        var outcomes = await PublishDryRun.RunAsync(files, Some.Now, _trial, default);

        Assert.Equal(
            [(Path, PublishChange.Refused), ("bilder/protokoll.pdf", PublishChange.Published)],
            outcomes.Select(o => (o.Path.Value, o.Change)));
        Assert.Contains("kraschade", outcomes[0].Diagnostics[0].Message, StringComparison.Ordinal);
    }

    /// <summary>The picture is accepted, and the message that makes its copies ends with its process.</summary>
    [Fact]
    public async Task Copies_of_a_picture_that_ends_the_process_are_given_up_at_the_second_attempt()
    {
        _site.Upload("artiklar/2026-05-01-kajen.md", Some.Article("Kajen"));
        await _site.SettleAsync();
        _site.Storage.Content.Put(Path, SamplePicture.Noise(500, 400, SKEncodedImageFormat.Png));
        await _site.PublishOnlyAsync(Path);
        var copies = PageRefreshMessage.For(_site.Storage.PageRefreshes.Messages
            .SelectMany(m => PageRefreshMessage.Read(m.Text)!.Pages)
            .Where(p => PageRoute.Of(p) is PageRoute.PictureCopy)).ToList();
        await _site.SettleAsync();
        Assert.Equal(2, copies.Count);
        copies.ForEach(c => _site.Storage.Web.Delete(c.Pages[0].Value));
        _trial.Dies = true;

        foreach (var copy in copies)
        {
            await _site.Engine.PageRefreshes.HandleAsync(new(copy.Write(), 2), default);
        }

        Assert.Equal(2, _trial.Held);
        Assert.DoesNotContain(_site.Pages.Keys, p => p.EndsWith(".webp", StringComparison.Ordinal));
        Assert.Contains(Path, _site.Pages.Keys);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    private async Task<PublishOutcome> AttemptAsync(int attempt, string path = Path)
    {
        var message = ContentEvent.Publish(new SourcePath(path));
        var outcomes = await _site.Engine.ContentEvents.HandleAsync(new(message, attempt), default);
        await _site.SettleAsync();
        return Assert.Single(outcomes);
    }
}
