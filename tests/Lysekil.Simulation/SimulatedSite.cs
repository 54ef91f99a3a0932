using System.Text;
using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Messaging;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lysekil.Simulation;

/// <summary>
/// A site on simulated storage without trouble: each event arrives once and in order, and each message is handled to
/// its end before the next. Any other run must end like it.
/// </summary>
public sealed class SimulatedSite
{
    private const int MostMessages = 1_000_000;

    private readonly TimeProvider _clock;

    /// <param name="clock">The time by which articles are due, and by which blobs are created.</param>
    /// <param name="gate">The gate that the engine's storage calls pass.</param>
    /// <param name="hub">The hub that is notified of feeds, if the site has one.</param>
    /// <param name="trial">The trial of pictures on later attempts, if one is held.</param>
    /// <param name="overdueAfter">
    /// When a message starts a reconcile; <c>null</c>: never, so that the test alone starts one.
    /// </param>
    /// <param name="lengths">The lengths of lists, if they are not those of every live site.</param>
    public SimulatedSite(
        TimeProvider clock,
        IStorageGate? gate = null,
        IHub? hub = null,
        IPictureTrial? trial = null,
        TimeSpan? overdueAfter = null,
        ListLengths? lengths = null)
    {
        _clock = clock;
        Storage = new SimulatedStorage(clock, gate);
        Engine = new PublishingEngine(
            Storage.Site,
            clock,
            NullLoggerFactory.Instance,
            new PublishingOptions
            {
                Rest = TimeSpan.Zero,
                ReconcileOverdueAfter = overdueAfter,
                ListLengths = lengths ?? new ListLengths(),
            },
            hub,
            trial);
    }

    public SimulatedStorage Storage { get; }

    public PublishingEngine Engine { get; }

    /// <summary>The outcomes of all publishes, in their order.</summary>
    public List<PublishOutcome> Outcomes { get; } = [];

    /// <summary>The site's pages by blob name, as text.</summary>
    public IReadOnlyDictionary<string, string> Pages => new BlobTexts(Storage.Web.Blobs);

    /// <summary>What editors are told of all sources, by path: a line each.</summary>
    public string Told => string.Join(
        '\n',
        Engine.Status.DiagnosedAsync(default).GetAwaiter().GetResult().SelectMany(
            source => source.Diagnostics.Select(
                d => $"{source.Path}: {(d.Line is { } line ? $"Rad {line}: " : "")}{d.Message} {d.Remedy}")));

    public ETag ETagOf(string page) => Storage.Web.Blobs[page].Properties.ETag;

    /// <summary>Another instance on the same storage, which the gate does not stop.</summary>
    public PublishingEngine Elsewhere() => new(
        Storage.Through(OpenGate.Instance),
        _clock,
        NullLoggerFactory.Instance,
        new PublishingOptions { Rest = TimeSpan.Zero });

    /// <summary>Another instance publishes a source.</summary>
    public void PublishElsewhere(string path) =>
        Elsewhere().ContentEvents.HandleAsync(new(ContentEvent.Publish(new(path)), 1), default)
            .GetAwaiter().GetResult();

    /// <summary>An editor uploads a file, and its event arrives.</summary>
    public void Upload(string path, string text) => Upload(path, Encoding.UTF8.GetBytes(text));

    public void Upload(string path, ReadOnlySpan<byte> content)
    {
        Storage.Content.Put(path, content);
        Announce(path);
    }

    /// <summary>An editor deletes a file, and its event arrives.</summary>
    public void Delete(string path)
    {
        Storage.Content.Delete(path);
        Announce(path);
    }

    /// <summary>An event of a source arrives.</summary>
    public void Announce(string path) =>
        Storage.ContentEvents.SendAsync(ContentEvent.Publish(new SourcePath(path)), TimeSpan.Zero, default)
            .GetAwaiter().GetResult();

    /// <summary>
    /// Publishes a source without refreshing a page: all stay stale, and have messages.
    /// </summary>
    public Task PublishOnlyAsync(string path)
    {
        var bulk = new PublishingOptions { IsBulk = true };
        return new PublishingEngine(Storage.Site, _clock, NullLoggerFactory.Instance, bulk)
            .ContentEvents.HandleAsync(new(ContentEvent.Publish(new SourcePath(path)), 1), default);
    }

    /// <summary>
    /// Handles messages until there are none. The delayed message of a rebuild that waits for stale pages is handled
    /// when no other is left.
    /// </summary>
    public async Task SettleAsync()
    {
        for (var i = 0; i < MostMessages; i++)
        {
            if (Storage.ContentEvents.TryReceive(TimeSpan.FromMinutes(1)) is { } happened)
            {
                Outcomes.AddRange(
                    await Engine.ContentEvents.HandleAsync(new(happened.Text, happened.DequeueCount), default));
                Storage.ContentEvents.Delete(happened);
            }
            else if (Storage.PageRefreshes.TryReceive(TimeSpan.FromMinutes(1), isImpatient: true) is { } wanted)
            {
                await Engine.PageRefreshes.HandleAsync(new(wanted.Text, wanted.DequeueCount), default);
                Storage.PageRefreshes.Delete(wanted);
            }
            else
            {
                return;
            }
        }

        throw new TimeoutException($"The site is not settled after {MostMessages} messages.");
    }

    /// <summary>Publishes what is due by now, and handles what follows.</summary>
    public async Task PublishDueAsync()
    {
        await Engine.Schedule.PublishDueAsync(default);
        await SettleAsync();
    }

    public override string ToString() => $"{Storage.Web.Blobs.Count} pages at {_clock.GetUtcNow():u}";
}
