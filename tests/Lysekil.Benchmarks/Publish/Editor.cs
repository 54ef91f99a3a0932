using System.Globalization;
using Lysekil.Benchmarks.Corpus;
using Lysekil.Publishing.Storage;

namespace Lysekil.Benchmarks.Publish;

/// <summary>Uploads and deletes what is to be published next.</summary>
/// <param name="content">The editors' container.</param>
/// <param name="articles">How many articles it was filled with.</param>
internal sealed class Editor(IBlobContainer content, int articles)
{
    private int _added;

    /// <summary>Does one work, each time with another article. Returns the source's path.</summary>
    public async Task<string> DoAsync(Work work)
    {
        var number = articles + _added++;
        var path = work switch
        {
            Work.New => $"artiklar/2026/2026-05-31-artikel-{number}.md",
            Work.Backdated => $"artiklar/2016/2016-05-15-artikel-{number}.md",
            _ => Articles.Path(number * 7 % articles),
        };
        if (work != Work.Deleted)
        {
            var text = Articles.Text(number, version: 1);
            await Filling.UploadAsync(content, path, work == Work.New ? Latest(text) : text);
            return path;
        }

        while (!await DeleteAsync(path))
        {
            path = Articles.Path((articles + _added++) * 7 % articles);
        }

        return path;
    }

    /// <summary>Each later than the one before.</summary>
    private string Latest(string text) => text.Replace(
        "---\ntags:", string.Create(CultureInfo.InvariantCulture, $"---\ndate: 2026-05-31 {_added / 60:00}:{_added % 60:00}\ntags:"), StringComparison.Ordinal);

    /// <returns>Whether it was there.</returns>
    private async Task<bool> DeleteAsync(string path) =>
        await content.FindAsync(path, default) is { } blob && await content.DeleteAsync(path, blob.ETag, default);
}
