using System.Diagnostics;
using Lysekil.Benchmarks.Burst;
using Lysekil.Publishing.Engine;
using Lysekil.Simulation;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lysekil.Benchmarks.Soak;

/// <summary>A run in which one instance publishes ten sources a second, and its timers fire.</summary>
internal sealed class SoakRun
{
    /// <summary>The most by which the last half may exceed the second quarter, in percent.</summary>
    private const double MostGrowth = 5;

    private const int LongSeconds = 10 * 59;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SampleEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReconcileEvery = TimeSpan.FromMinutes(1);

    private readonly SimulatedSite _site = new(TimeProvider.System);
    private readonly List<DateTimeOffset> _edits = [];

    private SoakRun()
    {
    }

    public List<MemorySample> Samples { get; } = [];

    public int Edits => _edits.Count;

    /// <summary>The number of attempts that ended with an exception.</summary>
    public int Failures { get; private set; }

    public IReadOnlyList<Quarter> Quarters
    {
        get
        {
            var (quarter, half) = (Samples.Count / 4, Samples.Count / 2);
            return
            [
                Quarter.Of("first quarter", Samples[..quarter]),
                Quarter.Of("second quarter", Samples[quarter..half]),
                Quarter.Of("last half", Samples[half..]),
            ];
        }
    }

    /// <summary>How much more the last half holds than the second quarter, in percent.</summary>
    public double Growth => Quarters is [_, { Mean: > 0 and var before }, { Mean: var after }]
        ? 100 * ((after / before) - 1)
        : double.NaN;

    public bool IsFlat => Growth <= MostGrowth;

    /// <summary>Whether every source has had many turns, so that what is stored no longer grows.</summary>
    public bool IsLong => Samples is [.., { Second: > LongSeconds }];

    public static async Task<SoakRun> DoAsync(TimeSpan time)
    {
        var run = new SoakRun();
        var engine = new PublishingEngine(run._site.Storage.Site, TimeProvider.System, NullLoggerFactory.Instance);
        var instance = new FunctionAppInstance(engine, run._site.Storage, _ => { });
        using var stopping = new CancellationTokenSource();
        var running = instance.RunAsync(stopping.Token);
        var timers = FireTimersAsync(engine, stopping.Token);
        await run.EditAsync(time);
        await run.SettleAsync();
        await stopping.CancelAsync();
        await Task.WhenAll(running, timers);
        run.Failures = instance.Failures;
        return run;
    }

    /// <summary>
    /// Counts the pages that differ from those of a site at which the same edits were made at the same times, each
    /// published before the next.
    /// </summary>
    public async Task<int> WrongPagesAsync()
    {
        var clock = new FakeTimeProvider(_edits[0]);
        var clean = new SimulatedSite(clock);
        await clean.Engine.Reconciler.ReconcileSourcesAsync(default);
        await clean.SettleAsync();
        foreach (var (number, at) in _edits.Index())
        {
            clock.SetUtcNow(at);
            Edit.Of(number, at).Make(clean);
            await clean.SettleAsync();
        }

        var (pages, right) = (_site.Pages, clean.Pages);
        return pages.Keys.Union(right.Keys)
            .Count(name => pages.GetValueOrDefault(name) != right.GetValueOrDefault(name));
    }

    private async Task EditAsync(TimeSpan time)
    {
        var (began, sampled) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        using var pace = new PeriodicTimer(Interval);
        for (var elapsed = TimeSpan.Zero; elapsed < time; elapsed = Stopwatch.GetElapsedTime(began))
        {
            var now = TimeProvider.System.GetUtcNow();
            Edit.Of(_edits.Count, now).Make(_site);
            _edits.Add(now);
            if (elapsed - sampled >= SampleEvery)
            {
                sampled = elapsed;
                Samples.Add(new MemorySample(elapsed.TotalSeconds, GC.GetTotalMemory(forceFullCollection: true) / 1e6));
            }

            await pace.WaitForNextTickAsync();
        }
    }

    private static async Task FireTimersAsync(PublishingEngine engine, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(ReconcileEvery, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await engine.Reconciler.ReconcileSourcesAsync(default);
            await engine.Reconciler.ReconcilePagesAsync(default);
        }
    }

    /// <summary>Waits until all messages are handled and nothing is left to do.</summary>
    private async Task SettleAsync()
    {
        while (_site.Storage.ContentEvents.Messages.Count + _site.Storage.PageRefreshes.Messages.Count > 0
            || !(await _site.Engine.Status.ReadAsync(default)).IsSettled)
        {
            await Task.Delay(Interval);
        }
    }
}
