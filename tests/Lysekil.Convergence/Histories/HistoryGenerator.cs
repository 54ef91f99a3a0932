using System.Globalization;
using System.Text;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// Makes histories: few sources that much happens to, so that they meet; in some only two that flicker, three that want the
/// same page, two whose dates are moved about, a few that wander from name to name, or pictures beside the articles that show them. All that editors do is in it: new,
/// changed and unchanged uploads, deletions, renames, dates and slugs that move an article, claims on one page, drafts,
/// articles to come, topics, aliases, broken files, assets, settings and templates.
/// </summary>
public static class HistoryGenerator
{
    /// <summary>When each history begins.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>So short that articles leave the lists of the newest, and come back to them.</summary>
    public static ListLengths Lists { get; } = new(Newest: 2, NewestOfTopic: 1);

    private static readonly string[] Articles =
        ["artiklar/2024-04-02-a.md", "artiklar/2024-04-02-b.md", "artiklar/c.md", "artiklar/d/2024-04-02-a.md", "artiklar/e.md"];

    private static readonly string[] Dates = ["2024-04-02", "2024-04-03 08:00", "2024-03-31", "2023-12-31 23:30"];

    private static readonly string[] Topics = ["Skola", "Hamnen", "Vård"];

    private static readonly string[] Pictures = ["bilder/x.png", "artiklar/y.png"];

    private static readonly byte[][] PictureFiles = [SamplePicture.Png(3, 2), SamplePicture.Png(2, 3), "<script>"u8.ToArray()];

    /// <param name="seed">Which history.</param>
    /// <param name="weather">The weather, where it is not left to the seed.</param>
    public static History Create(int seed, Weather? weather = null)
    {
        var random = new Random(seed);
        var seeded = Weather.Of(random);
        var last = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var steps = new List<EditorStep>();
        var (count, kind) = (random.Next(2, 9), random.Next(10));
        while (steps.Count < count)
        {
            steps.AddRange(kind switch
            {
                0 or 1 => Flicker(random, last),
                2 => Compete(random, last),
                3 => Schedule(random, last),
                4 => Wander(random, last),
                5 => Illustrate(random, last),
                _ => Next(random, last),
            });
        }

        return new History(seed, steps, weather ?? seeded);
    }

    /// <summary>A history in which two articles flicker, for as long as it lasts.</summary>
    public static History Flickering(int seed, Weather weather) => OfOneKind(seed, weather, Flicker);

    /// <summary>A history in which articles want the same pages, for as long as it lasts.</summary>
    public static History Competing(int seed, Weather weather) => OfOneKind(seed, weather, Compete);

    /// <summary>A history in which articles are renamed, for as long as it lasts.</summary>
    public static History Wandering(int seed, Weather weather) => OfOneKind(seed, weather, Wander);

    private static History OfOneKind(
        int seed, Weather weather, Func<Random, Dictionary<string, byte[]>, IEnumerable<EditorStep>> next)
    {
        var random = new Random(seed);
        var last = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        return new History(seed, [.. Enumerable.Range(0, random.Next(2, 10)).SelectMany(_ => next(random, last))], weather);
    }

    /// <summary>Three articles that want one of two pages.</summary>
    private static IEnumerable<EditorStep> Compete(Random random, Dictionary<string, byte[]> last)
    {
        var path = Articles[random.Next(3)];
        return last.ContainsKey(path) && random.Next(3) == 0
            ? [Delete(last, path)]
            : [Upload(last, path, Encoding.UTF8.GetBytes($"---\ndate: 2024-04-02\nslug: {(random.Next(4) == 0 ? "b" : "a")}\n---\n# Rubrik {random.Next(2)}\n"))];
    }

    /// <summary>Two articles to come, whose dates are moved to and fro, brought to now, or given up.</summary>
    private static IEnumerable<EditorStep> Schedule(Random random, Dictionary<string, byte[]> last)
    {
        var path = Articles[random.Next(2)];
        var date = random.Next(8) switch
        {
            0 => "2024-04-02",
            1 => "i morgon",
            var n => Start.AddMinutes(n * n).AddSeconds(n).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        var draft = random.Next(8) == 0 ? "draft: true\n" : "";
        return random.Next(6) switch
        {
            0 when last.ContainsKey(path) => [Delete(last, path)],
            1 => [new EditorStep.Wait(TimeSpan.FromSeconds(random.Next(1, 300)))],
            _ => [Upload(last, path, Encoding.UTF8.GetBytes($"---\ndate: {date}\n{draft}---\n# Rubrik {random.Next(2)}\n"))],
        };
    }

    /// <summary>Two articles that come and go, with few texts each: so pages become again what they were before.</summary>
    private static IEnumerable<EditorStep> Flicker(Random random, Dictionary<string, byte[]> last)
    {
        var path = Articles[random.Next(2)];
        if (last.ContainsKey(path) && random.Next(2) == 0)
        {
            return [Delete(last, path)];
        }

        var text = random.Next(8) switch
        {
            0 => "---\ntitle: Trasig\n",
            1 => "---\ndraft: true\n---\n# Rubrik 0\n\nText 0.\n",
            var n => $"---\ntags: [Skola]\n---\n# Rubrik {n & 1}\n\nText {n & 1}.\n",
        };
        return [Upload(last, path, Encoding.UTF8.GetBytes(text))];
    }

    /// <summary>Two pictures that come, change and go, before and after the articles that show them.</summary>
    private static IEnumerable<EditorStep> Illustrate(Random random, Dictionary<string, byte[]> last)
    {
        var path = random.Next(2) == 0 ? random.GetItems(Pictures, 1)[0] : Articles[random.Next(2)];
        if (last.ContainsKey(path) && random.Next(4) == 0)
        {
            return [Delete(last, path)];
        }

        if (Pictures.Contains(path))
        {
            return [Upload(last, path, random.GetItems(PictureFiles, 1)[0])];
        }

        var text = random.Next(6) switch
        {
            0 => "---\ntitle: Trasig\n",
            1 => "# Rubrik\n\nText.\n",
            2 => "---\nimage: /bilder/x.png\nimage_alt: X\n---\n# Rubrik\n\nText.\n",
            var n => $"# Rubrik {n}\n\n![X](/bilder/x.png) ![Y](/artiklar/y.png)\n",
        };
        return [Upload(last, path, Encoding.UTF8.GetBytes(text))];
    }

    /// <summary>Articles of two contents that are copied, deleted, and most of all renamed.</summary>
    private static IEnumerable<EditorStep> Wander(Random random, Dictionary<string, byte[]> last)
    {
        var text = random.Next(2) == 0 ? "# Rubrik 0\n\nText.\n" : "---\ndate: 2024-04-03\n---\n# Rubrik 1\n\nText.\n";
        var from = last.Count == 0 ? null : random.GetItems(last.Keys.ToArray(), 1)[0];
        return (from is null ? 0 : random.Next(10)) switch
        {
            0 or 1 => [Upload(last, random.GetItems(Articles, 1)[0], Encoding.UTF8.GetBytes(text))],
            2 => [Upload(last, random.GetItems(Articles, 1)[0], last[from!])],
            3 => [Delete(last, from!)],
            _ => Rename(random, last, from!),
        };
    }

    private static IEnumerable<EditorStep> Next(Random random, Dictionary<string, byte[]> last)
    {
        switch (random.Next(20))
        {
            case < 9:
                return [Upload(last, random.GetItems(Articles, 1)[0], Article(random))];
            case < 12 when last.Count > 0:
                return [Delete(last, random.GetItems(last.Keys.ToArray(), 1)[0])];
            case < 13 when last.Count > 0:
                var again = random.GetItems(last.Keys.ToArray(), 1)[0];
                return [Upload(last, again, last[again])];
            case < 15 when last.Keys.Where(k => k.StartsWith("artiklar/", StringComparison.Ordinal)).ToArray() is { Length: > 0 } there:
                return Rename(random, last, random.GetItems(there, 1)[0]);
            case < 16:
                return [Upload(last, Pictures[0], random.GetItems(PictureFiles, 1)[0])];
            case < 17:
                return [Upload(last, "sidor/om.md", Encoding.UTF8.GetBytes($"# Om {random.Next(3)}\n\nText.\n"))];
            case < 18:
                return [Site(random, last)];
            default:
                return [new EditorStep.Wait(TimeSpan.FromMinutes(random.Next(1, 30)))];
        }
    }

    private static IEnumerable<EditorStep> Rename(Random random, Dictionary<string, byte[]> last, string from)
    {
        var content = last[from];
        var to = random.GetItems(Articles, 1)[0];
        if (to == from)
        {
            return [];
        }

        return random.Next(2) == 0
            ? [Upload(last, to, content), Delete(last, from)]
            : [Delete(last, from), Upload(last, to, content)];
    }

    private static EditorStep.Upload Site(Random random, Dictionary<string, byte[]> last) => random.Next(3) switch
    {
        0 => Upload(last, "site.yaml", Encoding.UTF8.GetBytes($"title: Sajt {random.Next(2)}\nbaseUrl: https://{random.Next(2)}.example\n")),
        1 => Upload(last, "tema/redirect.liquid", Encoding.UTF8.GetBytes(random.Next(3) == 0 ? "{% if %}" : $"<h1>Flyttad {random.Next(2)}</h1>")),
        _ => Upload(last, "tema/stil.css", Encoding.UTF8.GetBytes("p{margin:" + random.Next(2).ToString(CultureInfo.InvariantCulture) + "}")),
    };

    private static byte[] Article(Random random)
    {
        if (random.Next(8) == 0)
        {
            return Encoding.UTF8.GetBytes(random.Next(2) == 0 ? "---\ntitle: Trasig\n" : "---\ndate: i morgon\n---\n# Trasig\n");
        }

        var text = new StringBuilder("---\n");
        if (random.Next(3) > 0)
        {
            var date = random.Next(6) == 0
                ? Start.AddMinutes(random.Next(1, 60)).ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)
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
            text.Append("aliases: [/2024/04/").Append(random.GetItems(new[] { "a", "b", "gammal" }, 1)[0]).Append("/]\n");
        }

        text.Append("---\n# Rubrik ").Append(random.Next(3));

        // Lists show the first paragraph, search looks through the second: sometimes one of them alone is another.
        var body = random.Next(4);
        text.Append("\n\nText ").Append(body >> 1).Append(".\n\nMer ").Append(body & 1).Append(".\n");
        if (random.Next(4) == 0)
        {
            text.Append("\n![X](/bilder/x.png)\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static EditorStep.Upload Upload(Dictionary<string, byte[]> last, string path, byte[] content)
    {
        last[path] = content;
        return new EditorStep.Upload(path, content);
    }

    private static EditorStep.Delete Delete(Dictionary<string, byte[]> last, string path)
    {
        last.Remove(path);
        return new EditorStep.Delete(path);
    }
}
