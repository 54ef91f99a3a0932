using System.Text;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// Articles link to each other, and appear, disappear and move; their addresses redirect, and their parts have
/// other names.
/// </summary>
internal static class LinkSteps
{
    /// <summary>Addresses that articles have, had, or might have.</summary>
    private static readonly string[] Addresses =
        ["/2024/04/a/", "/2024/04/b/", "/2024/04/gammal/", "/2024/05/c/", "/om/", "/2024/04/a/#del-1", "/om/#del-0"];

    public static IEnumerable<EditorStep> Next(Random random, Dictionary<string, byte[]> last)
    {
        var path = random.Next(5) == 0 ? "sidor/om.md" : random.GetItems(HistoryGenerator.Articles, 1)[0];
        if (last.ContainsKey(path) && random.Next(4) == 0)
        {
            return [HistoryGenerator.Delete(last, path)];
        }

        if (random.Next(8) == 0)
        {
            return [HistoryGenerator.Upload(last, path, "---\ntitle: Trasig\n"u8.ToArray())];
        }

        if (path.StartsWith("artiklar/", StringComparison.Ordinal)
            && last.ContainsKey(path)
            && random.Next(5) == 0)
        {
            return HistoryGenerator.Rename(random, last, path);
        }

        var settings = random.Next(6) switch
        {
            0 => "slug: b\n",
            1 => "aliases: [/2024/04/gammal/]\n",
            2 => "draft: true\n",
            3 => $"date: {HistoryGenerator.Soon(random.Next(8))}\nslug: c\n",
            _ => "tags: [Skola]\n",
        };
        return [HistoryGenerator.Upload(last, path, Encoding.UTF8.GetBytes(
            $"---\n{settings}---\n# Rubrik\n\nText.\n\n## Del {random.Next(2)}\n\n{Links(random)}"))];
    }

    public static string Links(Random random) =>
        string.Concat(random.GetItems(Addresses, random.Next(3)).Select(a => $"[Länk]({a})\n"));
}
