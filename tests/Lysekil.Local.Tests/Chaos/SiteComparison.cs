using System.Text;
using Lysekil.Local.Export;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>Finds every difference between a site after chaos and the clean site.</summary>
internal static class SiteComparison
{
    /// <summary>The end of a line about a page that should not exist.</summary>
    public const string Surplus = "should not be there";

    /// <summary>The pages of two export folders that differ in a byte, and those that one folder lacks.</summary>
    public static IEnumerable<string> Pages(string chaos, string clean)
    {
        var (left, should) = (Read(chaos), Read(clean));
        foreach (var name in left.Keys.Union(should.Keys).Order(StringComparer.Ordinal))
        {
            var (one, other) = (left.GetValueOrDefault(name), should.GetValueOrDefault(name));
            if (one is null || other is null || !one.AsSpan().SequenceEqual(other))
            {
                yield return $"/{name}: {Difference(Text(one), Text(other))}";
            }
        }
    }

    /// <summary>The differences of the records in the index.</summary>
    public static IEnumerable<string> Archives(SiteState chaos, SiteState clean)
    {
        foreach (var path in chaos.Records.Keys.Union(clean.Records.Keys).Order(StringComparer.Ordinal))
        {
            var one = Comparable(chaos.Records.GetValueOrDefault(path));
            var other = Comparable(clean.Records.GetValueOrDefault(path));
            if (one != other)
            {
                yield return $"the record of {path}: {Difference(one?.ToString(), other?.ToString())}";
            }
        }
    }

    /// <summary>
    /// A record without what differs by design: the seen blob and its times, which each storage gives anew; the newest
    /// title, which may be that of an earlier version; the creation of a file without text, which shows nowhere;
    /// whether a source may be renamed, since a clean run deletes none; the content of a source that is not live, and
    /// what else tells it from others, of which a clean run keeps only the newest; the latter where the newest version
    /// is refused, too, since an earlier build that accepted the one before may not have known it; and settings that
    /// were accepted before, of which a clean run has none.
    /// </summary>
    private static SourceRecord? Comparable(SourceRecord? record) => record is null ? null : record with
    {
        Seen = new ETag(""),
        SeenModified = default,
        Changed = null,
        NewestTitle = "",
        MayBeRenamed = false,
        Earlier = [],
        Content = record.Live is null ? null : record.Content,
        RenameKeys = record.Live is null || record.State == SourceState.Refused ? [] : record.RenameKeys,
        Created = record.Path.Kind is SourceKind.Article or SourceKind.StandingPage ? record.Created : default,
    };

    private static SortedDictionary<string, byte[]> Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != ExportManifest.FileName)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes),
        StringComparer.Ordinal);

    /// <summary>The first line that differs.</summary>
    private static string Difference(string? left, string? should)
    {
        if (left is null || should is null)
        {
            return left is null ? "is missing" : Surplus;
        }

        var lines = Lines(left).Zip(Lines(should)).FirstOrDefault(lines => lines.First != lines.Second);
        return $"is\n    {lines.First}\n  and should be\n    {lines.Second}";
    }

    private static string[] Lines(string text) => (text + "\n(end)").Split('\n');

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);
}
