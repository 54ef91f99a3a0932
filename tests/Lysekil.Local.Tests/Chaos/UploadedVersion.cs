using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>A version of a source that an editor uploaded.</summary>
/// <param name="Path">The source.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Modified">Its time in the storage.</param>
internal sealed record UploadedVersion(string Path, byte[] Content, DateTimeOffset Modified)
{
    /// <summary>Shorter texts are the same by chance.</summary>
    private const int LeastText = 200;

    private readonly Lazy<IReadOnlyList<string>> _marks =
        new(() => [.. MarksOf(new SourcePath(Path), Content, Modified)]);

    public ContentHash Hash { get; } = ContentHash.Of(Content);

    /// <summary>
    /// What it may have in common with a version of another source that is the same article under another name: all its
    /// bytes, its long text, or its title and day.
    /// </summary>
    public IReadOnlyList<string> Marks => _marks.Value;

    private static IEnumerable<string> MarksOf(SourcePath path, byte[] content, DateTimeOffset modified)
    {
        yield return ContentHash.Of(content).Value;
        if (path.Kind is SourceKind.Article or SourceKind.StandingPage
            && ManuscriptReader.Read(path, content, modified, SiteSettings.Default.Region).Manuscript is { } manuscript)
        {
            if (manuscript.Body.Length >= LeastText)
            {
                yield return $"text {manuscript.Body}";
            }

            yield return $"title {manuscript.Day:O} {manuscript.ComparedTitle}";
        }
    }
}
