using System.Text;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// The steps of editors that have texts in several languages: they name each other as translations, one-sidedly at
/// times, and appear, move, change their language and disappear.
/// </summary>
internal static class TranslationSteps
{
    private static readonly string[] Texts =
        ["artiklar/2024-04-02-a.md", "artiklar/2024-04-02-b.md", "artiklar/c.md", "sidor/om.md"];

    /// <summary>The site's own language, others that the engine has, one that it does not have, and a region.</summary>
    private static readonly string[] Languages = ["", "lang: sv\n", "lang: en\n", "lang: en-GB\n", "lang: de\n"];

    /// <summary>
    /// Whether a seed's history has these steps: one of eight has. No seed that first reveals a defect is among them
    /// (<see cref="Defects.Defect.RevealingSeed"/>).
    /// </summary>
    public static bool AreOf(int seed) => (seed & 15) is 9 or 10;

    public static IEnumerable<EditorStep> Next(Random random, Dictionary<string, byte[]> last)
    {
        var path = random.GetItems(Texts, 1)[0];
        return random.Next(14) switch
        {
            0 or 1 when last.ContainsKey(path) => [HistoryGenerator.Delete(last, path)],
            2 when last.ContainsKey(path) && path.StartsWith("artiklar/", StringComparison.Ordinal) =>
                HistoryGenerator.Rename(random, last, path),
            3 => [new EditorStep.Wait(TimeSpan.FromSeconds(random.Next(1, 300)))],
            4 => [HistoryGenerator.Upload(last, path, "---\ntitle: Trasig\n"u8.ToArray())],
            _ => [HistoryGenerator.Upload(last, path, Encoding.UTF8.GetBytes(Text(random, path)))],
        };
    }

    private static string Text(Random random, string path)
    {
        var settings = random.Next(9) switch
        {
            0 => "draft: true\n",
            1 => "slug: b\n",
            2 when path.StartsWith("artiklar/", StringComparison.Ordinal) =>
                $"date: {HistoryGenerator.Soon(random.Next(6))}\n",
            3 => $"expires: {HistoryGenerator.Soon(random.Next(6, 9))}\n",
            _ => "",
        };
        return $"---\n{random.GetItems(Languages, 1)[0]}{settings}{TranslationOf(random, path)}---\n"
            + $"# Rubrik \"{random.Next(2)}\"\n\nText \"{random.Next(2)}\".\n";
    }

    /// <summary>None, one or two of the others, or one that is never there.</summary>
    private static string TranslationOf(Random random, string path)
    {
        string[] others = [.. Texts.Where(t => t != path)];
        return random.Next(8) switch
        {
            0 => "",
            1 => "translation_of: artiklar/finns-inte.md\n",
            2 or 3 => $"translation_of: [{string.Join(", ", random.GetItems(others, 2))}]\n",
            _ => $"translation_of: {random.GetItems(others, 1)[0]}\n",
        };
    }
}
