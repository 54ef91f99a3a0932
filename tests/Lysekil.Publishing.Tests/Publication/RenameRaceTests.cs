using System.Text.RegularExpressions;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Messaging;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>
/// R1: An article is about to take the identity of a deleted one with its title, while another instance finds a deleted
/// one with its text, which is preferred.
/// </summary>
public partial class RenameRaceTests
{
    private const string SameTitle = "artiklar/2026-05-01-kajen.md";
    private const string SameText = "artiklar/2026-05-02-kajtexten.md";
    private const string New = "artiklar/2026-05-01-hamnkajen.md";

    private static readonly string Text =
        Some.Article("Kajen", string.Concat(Enumerable.Repeat("Kajen byggs om i etapper. ", 12)));

    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly Interruption _gate = new();
    private readonly SimulatedSite _site;

    public RenameRaceTests() => _site = new SimulatedSite(_clock, _gate);

    /// <param name="isKnown">Whether the article with the text was published before, so that its text has a row.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_one_with_its_text_is_taken_although_the_rows_were_read_before_it_was_deleted(bool isKnown)
    {
        _site.Upload(SameTitle, Some.Article("Kajen", "En annan text."));
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Storage.Content.Put(SameText, Text);
        if (isKnown)
        {
            _site.Announce(SameText);
        }

        _site.Delete(SameTitle);
        await _site.SettleAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _site.Upload(New, Text);
        _gate.Before(StorageOperation.Commit, () =>
        {
            PublishElsewhere(SameText);
            _site.Storage.Content.Delete(SameText);
            PublishElsewhere(SameText);
        });

        await _site.SettleAsync();

        Assert.EndsWith(SameText, Identifier().Match(_site.Pages["rss.xml"]).Groups[1].Value, StringComparison.Ordinal);
        Assert.True((await _site.Engine.Status.ReadAsync(default)).IsSettled);
    }

    /// <summary>Another instance on the same storage, which the gate does not stop.</summary>
    private void PublishElsewhere(string path)
    {
        var engine = new PublishingEngine(
            _site.Storage.Through(OpenGate.Instance),
            _clock,
            NullLoggerFactory.Instance,
            new PublishingOptions { Rest = TimeSpan.Zero });
        engine.ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default).GetAwaiter().GetResult();
    }

    [GeneratedRegex("<guid[^>]*>([^<]*)</guid>")]
    private static partial Regex Identifier();
}
