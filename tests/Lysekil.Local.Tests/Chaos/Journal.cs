using System.Collections.Concurrent;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>All uploads and deletions of all editors.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<UploadedVersion> _versions = new();
    private int _deletions;

    public int Uploads => _versions.Count;

    public int Deletions => _deletions;

    public void Uploaded(UploadedVersion version) => _versions.Enqueue(version);

    public void Deleted() => Interlocked.Increment(ref _deletions);

    /// <summary>The versions that were ever uploaded of a source.</summary>
    public IReadOnlyList<UploadedVersion> Of(string path) => [.. _versions.Where(version => version.Path == path)];

    /// <summary>
    /// The versions of a source and of all sources that it may have been renamed from: those that had a mark in
    /// common with it, or with one of those.
    /// </summary>
    public IReadOnlyList<UploadedVersion> OfKin(string path)
    {
        var kin = Of(path);
        while (true)
        {
            var marks = kin.SelectMany(version => version.Marks).ToHashSet();
            var paths = _versions
                .Where(version => version.Marks.Any(marks.Contains)).Select(version => version.Path).ToHashSet();
            IReadOnlyList<UploadedVersion> wider = [.. _versions.Where(version => paths.Contains(version.Path))];
            if (wider.Count == kin.Count)
            {
                return kin;
            }

            kin = wider;
        }
    }
}
