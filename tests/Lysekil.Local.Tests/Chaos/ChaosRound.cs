namespace Lysekil.Local.Tests.Chaos;

/// <summary>Editors work on a site while its runners are killed and its messages are lost.</summary>
/// <param name="site">The site.</param>
/// <param name="journal">What the editors did.</param>
/// <param name="seed">Decides what they do.</param>
/// <param name="earlier">The <c>Lysekil.Local.dll</c> of an earlier build that runs beside today's, if any.</param>
internal sealed class ChaosRound(ChaosSite site, Journal journal, int seed, string? earlier)
{
    private const int Editors = 4;

    /// <summary>One for each actor, so that their random numbers do not depend on each other.</summary>
    private readonly Random[] _randoms =
        [.. Enumerable.Range(0, Editors + 4).Select(n => new Random(unchecked((seed * 397) + n)))];

    /// <summary>
    /// Runs for a while, and describes what was done. An odd seed has two runners at once, like instances of a function
    /// app.
    /// </summary>
    public async Task<string> RunAsync(TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        var (uploads, deletions) = (journal.Uploads, journal.Deletions);
        var count = 1 + (seed & 1);
        KilledRunner[] runners =
            [.. _randoms[Editors..][..count].Select(random => new KilledRunner(site, random, earlier))];
        var messages = new UnreliableDelivery(site.Queues(), _randoms[^1]);
        var editors = _randoms[..Editors]
            .Select(random => new Editor(site.Content(), random, journal).WorkAsync(over.Token));
        await Task.WhenAll(
            [.. runners.Select(runner => runner.RunAsync(over.Token)), messages.RunAsync(over.Token), .. editors]);
        if (_randoms[^2].Next(2) == 0)
        {
            await messages.LoseAllAsync();
        }

        var kills = runners.Sum(runner => runner.Kills);
        return $"seed {seed}: {journal.Uploads - uploads} uploads, {journal.Deletions - deletions} deletions, "
            + $"{kills} kills of {runners.Length} runners, "
            + $"messages {messages.Lost} lost, {messages.Doubled} doubled, {messages.Late} late";
    }
}
