using System.Text;
using Lysekil.Local.Export;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>Finds every difference between what a chaos left and what it should have left.</summary>
internal static class SiteComparison
{
    /// <summary>How the difference of a page ends that stands and should not.</summary>
    public const string Surplus = "should not be there";

    /// <summary>The pages in two export folders that are not the same, to the byte, and those that one lacks.</summary>
    public static IEnumerable<string> Pages(string chaos, string clean)
    {
        var (left, should) = (Read(chaos), Read(clean));
        foreach (var name in left.Keys.Union(should.Keys).Order(StringComparer.Ordinal))
        {
            var (one, other) = (left.GetValueOrDefault(name), should.GetValueOrDefault(name));
            if (one is null || other is null || !one.AsSpan().SequenceEqual(other))
            {
                yield return $"/{name}: {Difference(one is null ? null : Encoding.UTF8.GetString(one), other is null ? null : Encoding.UTF8.GetString(other))}";
            }
        }
    }

    /// <summary>The desk, and what the archive holds of each source, as far as it does not name a version of its blob.</summary>
    public static IEnumerable<string> Archives(SiteState chaos, SiteState clean)
    {
        if (chaos.Desk != clean.Desk)
        {
            yield return $"the desk: {Difference(chaos.Desk, clean.Desk)}";
        }

        foreach (var path in chaos.Records.Keys.Union(clean.Records.Keys).Order(StringComparer.Ordinal))
        {
            var (one, other) = (Comparable(chaos.Records.GetValueOrDefault(path)), Comparable(clean.Records.GetValueOrDefault(path)));
            if (one != other)
            {
                yield return $"the record of {path}: {Difference(one?.ToString(), other?.ToString())}";
            }
        }
    }

    /// <summary>
    /// Which blob was seen when, is another in each storage; when a file that is no text was created, shows nowhere; and
    /// nobody is deleted in a clean run, so that nobody can succeed. What a source that is not live came with counts only for
    /// who takes over from it: a clean run, in which it comes back from deletion, remembers the newest.
    /// </summary>
    private static SourceRecord? Comparable(SourceRecord? record) => record is null ? null : record with
    {
        Seen = new ETag(""),
        SeenModified = default,
        MayBeRenamed = false,
        Content = record.Live is null ? null : record.Content,
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

        var lines = (left + "\n(end)").Split('\n').Zip((should + "\n(end)").Split('\n')).FirstOrDefault(lines => lines.First != lines.Second);
        return $"is\n    {lines.First}\n  and should be\n    {lines.Second}";
    }
}
