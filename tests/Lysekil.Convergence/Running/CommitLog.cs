using Lysekil.Convergence.Versions;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Running;

/// <summary>
/// Logs the commits that change the rows of sources, in their order, for the reference run to replay.
/// </summary>
internal sealed class CommitLog(SimulatedStorage storage)
{
    private readonly Dictionary<string, SimulatedBlob> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>?> _rows = new(StringComparer.Ordinal);

    public List<SourceCommit> Commits { get; } = [];

    /// <summary>Remembers a version that an editor uploaded, since commits name versions by ETag.</summary>
    public void Uploaded(SimulatedBlob version) => _versions[version.Properties.ETag.Value] = version;

    /// <summary>
    /// Logs a commit if it changed the row of a source. A commit that failed its condition changes none.
    /// </summary>
    /// <param name="call">The commit.</param>
    /// <param name="at">The time by the clock of the committing process.</param>
    /// <param name="by">The engine of that process.</param>
    public void Note(StorageCall call, DateTimeOffset at, EngineGeneration by)
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
            Commits.Add(new SourceCommit(path, seen is null ? null : _versions[seen], row, at, by));
        }
    }
}
