using Lysekil.Publishing.Contents.Pictures;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Publication;

/// <summary>Holds a trial once for each content: a trial takes the start of a process.</summary>
internal sealed class CachedTrial(IPictureTrial trial) : IPictureTrial
{
    private const int MostOutcomes = 1_000;

    private readonly BoundedCache<ContentHash, Outcome> _outcomes = new(MostOutcomes, mostOfOne: 1);

    private sealed record Outcome(bool Survives);

    /// <inheritdoc/>
    public async Task<bool> SurvivesAsync(byte[] file, CancellationToken cancellation)
    {
        var content = ContentHash.Of(file);
        if (_outcomes.Find(content) is { } known)
        {
            return known.Survives;
        }

        var survives = await trial.SurvivesAsync(file, cancellation);
        _outcomes.Add(content, new Outcome(survives), size: 1);
        return survives;
    }
}
