namespace Lysekil.Local.Tests.Chaos;

/// <summary>Editors at work on a site, while its runner is killed and its messages are lost.</summary>
internal sealed class Storm(ChaosSite site, Journal journal, int seed)
{
    private const int Editors = 4;

    /// <summary>One for each actor, so that none takes numbers from another.</summary>
    private readonly Random[] _randoms = [.. Enumerable.Range(0, Editors + 4).Select(n => new Random(unchecked((seed * 397) + n)))];

    /// <summary>Rages, and tells what it did. Sometimes two runners work at once, as instances of a function app do.</summary>
    public async Task<string> RageAsync(TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        var (uploads, deletions) = (journal.Uploads, journal.Deletions);
        RestlessRunner[] runners = [.. _randoms[Editors..][..(1 + (seed & 1))].Select(random => new RestlessRunner(site, random))];
        var received = new RoughDelivery(site.Queues(), _randoms[^1]);
        var editors = _randoms[..Editors].Select(random => new Editor(site.Content(), random, journal).WorkAsync(over.Token));
        await Task.WhenAll([.. runners.Select(runner => runner.RunAsync(over.Token)), received.RunAsync(over.Token), .. editors]);
        if (_randoms[^2].Next(2) == 0)
        {
            await received.LoseAllAsync();
        }

        return $"seed {seed}: {journal.Uploads - uploads} uploads, {journal.Deletions - deletions} deletions, {runners.Sum(runner => runner.Kills)} kills of {runners.Length} runners, "
            + $"messages {received.Lost} lost, {received.Doubled} doubled, {received.Late} late";
    }
}
