using System.Text.Json;
using Lysekil.Local.Mirror;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Engine;
using Nito.AsyncEx;

namespace Lysekil.Local.Website;

/// <summary>
/// The files that are refused now, for pages that are open in a browser. All of them share one reading of the index a
/// second; it has the refusals of each process that publishes.
/// </summary>
/// <param name="status">Reads the index.</param>
/// <param name="names">The files whose names no blob can have: the index does not know them.</param>
/// <param name="clock">Times the readings.</param>
internal sealed class Refusals(SiteStatus status, Func<IReadOnlyList<RefusedFile>> names, TimeProvider clock)
{
    /// <summary>What a page can show at once.</summary>
    private const int Most = 50;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);

    private readonly AsyncLock _reading = new();
    private (long At, string Json)? _last;

    /// <summary>JSON in one line: an array of objects with the place, the problem and the remedy, in Swedish.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        using var turn = await _reading.LockAsync(cancellation);
        if (_last is not { } last || clock.GetElapsedTime(last.At) >= Lifetime)
        {
            var diagnosed = await status.DiagnosedAsync(cancellation);
            var all = diagnosed.SelectMany(s => s.Diagnostics.Select(d => (s.Path, Diagnostic: d)))
                .Concat(names().Select(f => (f.Path, f.Diagnostic)))
                .Where(f => f.Diagnostic.Severity == Severity.Refusal)
                .OrderBy(f => f.Path)
                .Take(Most)
                .Select(f => new { place = PlaceOf(f.Path, f.Diagnostic), f.Diagnostic.Message, f.Diagnostic.Remedy });
            _last = last = (clock.GetTimestamp(), JsonSerializer.Serialize(all, JsonSerializerOptions.Web));
        }

        return last.Json;
    }

    private static string PlaceOf(SourcePath path, Diagnostic diagnostic) =>
        diagnostic.Line is { } line ? FormattableString.Invariant($"{path}, rad {line}") : path.ToString();
}
