using System.Text;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// The steps of editors that decide which articles the front page and other lists have, and until when.
/// </summary>
internal static class FrontPageSteps
{
    private static readonly string[] Articles =
        ["artiklar/2024-04-02-a.md", "artiklar/2024-04-02-b.md", "artiklar/c.md", "artiklar/2024-05-01-d.md"];

    private static readonly string[] Topics = ["[Skola]", "[Hamnen]", "[Skola, Hamnen]", "[Hamnen, Skola]"];

    private static readonly string[] Authors = ["Eva Ek", "Per Berg", "Eva Ek och Per Berg", "Redaktionen"];

    /// <summary>
    /// Whether a seed's history has these steps: one of four has. No seed that first reveals a defect is among them
    /// (<see cref="Defects.Defect.RevealingSeed"/>).
    /// </summary>
    public static bool AreOf(int seed) => (seed & 15) is 0 or 7 or 12 or 13;

    public static IEnumerable<EditorStep> Next(Random random, Dictionary<string, byte[]> last)
    {
        var path = random.GetItems(Articles, 1)[0];
        return random.Next(12) switch
        {
            0 when last.ContainsKey(path) => [HistoryGenerator.Delete(last, path)],
            1 when last.ContainsKey(path) => HistoryGenerator.Rename(random, last, path),
            2 => [new EditorStep.Wait(TimeSpan.FromSeconds(random.Next(1, 600)))],
            3 => [HistoryGenerator.Upload(last, path, "---\ntitle: Trasig\n"u8.ToArray())],
            4 => [HistoryGenerator.Upload(
                last, "sidor/om.md", Encoding.UTF8.GetBytes($"---\n{Expires(random)}---\n# Om\n\nText.\n"))],
            5 => [HistoryGenerator.Upload(last, "site.yaml", Encoding.UTF8.GetBytes(
                $"title: Sajt\nfront: {random.GetItems(Topics, 1)[0]}\n"
                + (random.Next(2) == 0 ? "authors:\n  Eva Ek: eva@exempel.se\n" : "")))],
            _ => [HistoryGenerator.Upload(last, path, Encoding.UTF8.GetBytes(Article(random)))],
        };
    }

    private static string Article(Random random)
    {
        var text = new StringBuilder("---\n");
        if (random.Next(4) == 0)
        {
            text.Append("date: ").Append(HistoryGenerator.Soon(random.Next(6))).Append('\n');
        }

        if (random.Next(3) > 0)
        {
            text.Append("tags: ").Append(random.GetItems(Topics, 1)[0]).Append('\n');
        }

        if (random.Next(3) > 0)
        {
            text.Append("author: ").Append(random.GetItems(Authors, 1)[0]).Append('\n');
        }

        if (random.Next(3) == 0)
        {
            text.Append("pin: ").Append(random.Next(1, 3)).Append('\n');
        }

        if (random.Next(4) == 0)
        {
            text.Append("corrections:\n  - 2024-04-03: Fel ").Append(random.Next(2)).Append(".\n");
        }

        text.Append(Expires(random));
        return text.Append("---\n# Rubrik ").Append(random.Next(2)).Append("\n\nText.\n").ToString();
    }

    /// <summary>A time to come or past, or none.</summary>
    private static string Expires(Random random) => random.Next(6) switch
    {
        0 => "expires: 2024-05-01 11:00:00Z\n",
        1 or 2 or 3 => $"expires: {HistoryGenerator.Soon(random.Next(6, 9))}\n",
        _ => "",
    };
}
