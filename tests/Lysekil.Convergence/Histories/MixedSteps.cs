using System.Globalization;
using System.Text;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// All that editors do: new, changed and unchanged uploads, deletions, renames, dates and slugs that move an article,
/// drafts, scheduled articles, topics, aliases, links, invalid files, assets, settings, redirects and templates.
/// </summary>
internal static class MixedSteps
{
    private static readonly string[] Dates = ["2024-04-02", "2024-04-03 08:00", "2024-03-31", "2023-12-31 23:30"];

    private static readonly string[] Topics = ["Skola", "Hamnen", "Vård"];

    public static IEnumerable<EditorStep> Next(Random random, Dictionary<string, byte[]> last)
    {
        switch (random.Next(20))
        {
            case < 9:
                return [HistoryGenerator.Upload(last, random.GetItems(HistoryGenerator.Articles, 1)[0], Article(random))];
            case < 12 when last.Count > 0:
                return [HistoryGenerator.Delete(last, random.GetItems(last.Keys.ToArray(), 1)[0])];
            case < 13 when last.Count > 0:
                var again = random.GetItems(last.Keys.ToArray(), 1)[0];
                return [HistoryGenerator.Upload(last, again, last[again])];
            case < 15 when last.Keys.Where(k => k.StartsWith("artiklar/", StringComparison.Ordinal))
                .ToArray() is { Length: > 0 } there:
                return HistoryGenerator.Rename(random, last, random.GetItems(there, 1)[0]);
            case < 16:
                return [HistoryGenerator.Upload(last, PictureSteps.Pictures[0], random.GetItems(PictureSteps.Files, 1)[0])];
            case < 17:
                return [HistoryGenerator.Upload(last, "sidor/om.md", Encoding.UTF8.GetBytes($"# Om {random.Next(3)}\n\nText.\n"))];
            case < 18:
                return [Site(random, last)];
            default:
                return [new EditorStep.Wait(TimeSpan.FromMinutes(random.Next(1, 30)))];
        }
    }


    private static EditorStep.Upload Site(Random random, Dictionary<string, byte[]> last) => random.Next(3) switch
    {
        0 => RedirectSteps.Settings(random, last),
        1 => HistoryGenerator.Upload(
            last, "tema/redirect.liquid", Encoding.UTF8.GetBytes(
                random.Next(3) == 0 ? "{% if %}" : $"<h1>Flyttad {random.Next(2)}</h1>")),
        _ => HistoryGenerator.Upload(
            last, "tema/stil.css", Encoding.UTF8.GetBytes(
                "p{margin:" + random.Next(2).ToString(CultureInfo.InvariantCulture) + "}")),
    };

    private static byte[] Article(Random random)
    {
        if (random.Next(8) == 0)
        {
            return Encoding.UTF8.GetBytes(
                random.Next(2) == 0 ? "---\ntitle: Trasig\n" : "---\ndate: i morgon\n---\n# Trasig\n");
        }

        var text = new StringBuilder("---\n");
        if (random.Next(3) > 0)
        {
            var date = random.Next(6) == 0
                ? HistoryGenerator.Start.AddMinutes(random.Next(1, 60)).ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
                : random.GetItems(Dates, 1)[0];
            text.Append("date: ").Append(date).Append('\n');
        }

        if (random.Next(3) == 0)
        {
            text.Append("slug: ").Append(random.GetItems(new[] { "a", "b", "c" }, 1)[0]).Append('\n');
        }

        if (random.Next(2) == 0)
        {
            text.Append("tags: [").AppendJoin(", ", Topics.Where(_ => random.Next(2) == 0)).Append("]\n");
        }

        if (random.Next(8) == 0)
        {
            text.Append("draft: true\n");
        }

        if (random.Next(6) == 0)
        {
            text.Append("aliases: [/2024/04/").Append(random.GetItems(new[] { "a", "b", "gammal" }, 1)[0])
                .Append("/]\n");
        }

        text.Append("---\n# Rubrik ").Append(random.Next(3));

        // Listings show the first paragraph, search indexes the second: sometimes only one of them changes.
        var body = random.Next(4);
        text.Append("\n\nText ").Append(body >> 1).Append(".\n\nMer ").Append(body & 1).Append(".\n");
        if (random.Next(4) == 0)
        {
            text.Append("\n![X](/bilder/x.png)\n");
        }

        if (random.Next(3) == 0)
        {
            text.Append('\n').Append(LinkSteps.Links(random));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
