using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>Notes which sources' rows commits changed, in their order: what the smooth run has to see.</summary>
internal sealed class CommitLog(SimulatedStorage storage)
{
    private readonly Dictionary<string, SimulatedBlob> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>?> _rows = new(StringComparer.Ordinal);

    public List<SourceCommit> Commits { get; } = [];

    /// <summary>An editor uploaded a version, which commits may name.</summary>
    public void Uploaded(SimulatedBlob version) => _versions[version.Properties.ETag.Value] = version;

    /// <summary>A commit was tried: a lost race changes no row, and one that only makes sure of a row changes nothing of it.</summary>
    /// <param name="call">The commit.</param>
    /// <param name="at">What the clock of whoever committed said.</param>
    public void Note(StorageCall call, DateTimeOffset at)
    {
        if (!call.Key.Contains(IndexKeys.Sources, StringComparison.Ordinal))
        {
            return;
        }

        foreach (var key in call.Key.Split(' ').Where(k => k.StartsWith(IndexKeys.Sources, StringComparison.Ordinal)))
        {
            var row = storage.Index.FindAsync(key, default).GetAwaiter().GetResult();
            if (RowColumns.AreSame(row?.Columns, _rows.GetValueOrDefault(key)))
            {
                continue;
            }

            _rows[key] = row?.Columns;
            var path = row?.Columns["path"] ?? key[IndexKeys.Sources.Length..].Replace('|', '/');
            var seen = row?.Columns.GetValueOrDefault("seen");
            Commits.Add(new SourceCommit(path, seen is null ? null : _versions[seen], row, at));
        }
    }
}
