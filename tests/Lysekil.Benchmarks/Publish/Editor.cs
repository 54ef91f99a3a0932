using System.Globalization;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Publish;

/// <summary>Makes the edits to be published.</summary>
/// <param name="content">The container of the editors.</param>
/// <param name="articles">The number of articles in it.</param>
internal sealed class Editor(IBlobContainer content, int articles)
{
    private int _added;

    /// <summary>Makes an edit, each time of another article, and returns its path.</summary>
    public async Task<string> DoAsync(EditKind work)
    {
        var number = articles + _added++;
        var path = work switch
        {
            EditKind.New => $"artiklar/2026/2026-05-31-artikel-{number}.md",
            EditKind.Backdated => $"artiklar/{Articles.MiddleYear}/{Articles.MiddleYear}-05-15-artikel-{number}.md",
            _ => Articles.Path(number * 7 % articles),
        };
        if (work != EditKind.Deleted)
        {
            var text = Articles.Text(number, version: 1);
            await SiteFiller.UploadAsync(content, path, work == EditKind.New ? Latest(text) : text);
            return path;
        }

        while (!await DeleteAsync(path))
        {
            path = Articles.Path((articles + _added++) * 7 % articles);
        }

        return path;
    }

    /// <summary>Adds a date later than that of the text before.</summary>
    private string Latest(string text) => text.Replace(
        "---\ntags:", string.Create(
            CultureInfo.InvariantCulture, $"---\ndate: 2026-05-31 {_added / 60:00}:{_added % 60:00}\ntags:"),
            StringComparison.Ordinal);

    /// <returns>True if there was a blob to delete.</returns>
    private async Task<bool> DeleteAsync(string path) =>
        await content.FindAsync(path, default) is { } blob && await content.DeleteAsync(path, blob.ETag, default);
}
