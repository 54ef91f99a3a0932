using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Output;

/// <summary>
/// Warnings about what another file is to bring, held back until work has come to rest: a folder is uploaded in no
/// order, so that a text may come before its pictures and before the pages that it links to. Thread safe.
/// </summary>
internal sealed class HeldWarnings
{
    private static readonly HashSet<string> AboutOtherFiles =
        new(StringComparer.Ordinal) { "missing-file", "missing-page", "scheduled-page", "anchor" };

    private readonly Lock _noting = new();
    private readonly SortedDictionary<SourcePath, IReadOnlyList<Diagnostic>> _held = [];
    private readonly Dictionary<SourcePath, IReadOnlyList<Diagnostic>> _told = [];

    /// <summary>Notes what is said of a source now, in place of what was noted before.</summary>
    /// <returns>What is not held back.</returns>
    public IReadOnlyList<Diagnostic> Note(SourcePath path, IReadOnlyList<Diagnostic> diagnostics)
    {
        var held = diagnostics.Where(d => AboutOtherFiles.Contains(d.Code)).ToList();
        lock (_noting)
        {
            if (held.Count == 0)
            {
                _told.Remove(path);
                _held.Remove(path);
            }
            else
            {
                _held[path] = held;
            }
        }

        return held.Count == 0 ? diagnostics : [.. diagnostics.Except(held)];
    }

    /// <summary>The warnings that still hold, and were not taken before.</summary>
    public IReadOnlyList<(SourcePath Path, IReadOnlyList<Diagnostic> Warnings)> Take()
    {
        lock (_noting)
        {
            var taken = new List<(SourcePath, IReadOnlyList<Diagnostic>)>();
            foreach (var (path, warnings) in _held)
            {
                if (!_told.TryGetValue(path, out var told) || !told.SequenceEqual(warnings))
                {
                    taken.Add((path, warnings));
                    _told[path] = warnings;
                }
            }

            _held.Clear();
            return taken;
        }
    }
}
