using System.Globalization;
using System.Text;
using Lysekil.Publishing.Index;
using Lysekil.Simulation;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// Generates histories with few sources and many changes of each, so that invocations meet. Some kinds of histories
/// concentrate on two articles that appear and disappear, three that compete for a URL, two scheduled ones, renames,
/// pictures and the articles that show them, articles that link to each other, articles that expire, lead
/// the front page, and have authors and corrections (<see cref="FrontPageSteps"/>), or texts that are translations of
/// each other (<see cref="TranslationSteps"/>). The others mix all that editors do:
/// new, changed and unchanged uploads, deletions, renames, dates and slugs that move an article, drafts, scheduled
/// articles, topics, aliases, links, invalid files, assets, settings, redirects and templates.
/// </summary>
public static class HistoryGenerator
{
    /// <summary>The time at which each history begins.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Lists of the newest articles that are short enough for articles to leave them and return.</summary>
    public static ListLengths Lists { get; } = new(Newest: 2, NewestOfTopic: 1);

    private static readonly string[] Articles =
    [
        "artiklar/2024-04-02-a.md", "artiklar/2024-04-02-b.md", "artiklar/c.md", "artiklar/d/2024-04-02-a.md",
        "artiklar/e.md",
    ];

    /// <summary>
    /// The kind of histories of <see cref="FrontPageSteps"/>, which no number that is drawn stands for.
    /// </summary>
    private const int FrontPage = 10;

    /// <summary>The kind of histories of <see cref="TranslationSteps"/>.</summary>
    private const int Translations = 11;

    private static readonly string[] Dates = ["2024-04-02", "2024-04-03 08:00", "2024-03-31", "2023-12-31 23:30"];

    private static readonly string[] Topics = ["Skola", "Hamnen", "Vård"];

    private static readonly string[] Pictures = ["bilder/x.png", "artiklar/y.png", "artiklar/bilder/x.png"];

    /// <summary>Addresses that articles have, had, or might have.</summary>
    private static readonly string[] Addresses =
        ["/2024/04/a/", "/2024/04/b/", "/2024/04/gammal/", "/2024/05/c/", "/om/", "/2024/04/a/#del-1", "/om/#del-0"];

    private static readonly byte[][] PictureFiles =
        [SamplePicture.Png(3, 2), SamplePicture.Png(2, 3), "<script>"u8.ToArray()];

    private static readonly string[] PicturesInTexts =
        [.. PictureFiles[..2].Select(p => $"data:image/png;base64,{Convert.ToBase64String(p)}")];

    /// <param name="seed">The seed of the history.</param>
    /// <param name="faults">The faults to inject; <c>null</c> for those that the seed draws.</param>
    public static History Create(int seed, FaultProfile? faults = null)
    {
        var random = new Random(seed);
        var seeded = FaultProfile.Draw(random);
        var last = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var steps = new List<EditorStep>();
        var count = random.Next(2, 9);
        var kind = FrontPageSteps.AreOf(seed) ? FrontPage
            : TranslationSteps.AreOf(seed) ? Translations
            : random.Next(10);
        while (steps.Count < count)
        {
            steps.AddRange(kind switch
            {
                0 or 1 => Toggle(random, last),
                2 => Compete(random, last),
                3 => Schedule(random, last),
                4 => CopyAndRename(random, last),
                5 => Illustrate(random, last),
                6 => Link(random, last),
                9 when random.Next(3) == 0 => Redirect(random, last),
                FrontPage => FrontPageSteps.Next(random, last),
                Translations => TranslationSteps.Next(random, last),
                _ => Next(random, last),
            });
        }

        return new History(seed, steps, faults ?? seeded);
    }

    /// <summary>A history in which two articles appear and disappear.</summary>
    public static History Toggling(int seed, FaultProfile faults) => OfOneKind(seed, faults, Toggle);

    /// <summary>A history in which articles compete for URLs.</summary>
    public static History Competing(int seed, FaultProfile faults) => OfOneKind(seed, faults, Compete);

    /// <summary>A history in which articles are scheduled, for other dates again and again.</summary>
    public static History Scheduling(int seed, FaultProfile faults) => OfOneKind(seed, faults, Schedule);

    /// <summary>A history in which articles are copied, deleted and renamed.</summary>
    public static History Renaming(int seed, FaultProfile faults) => OfOneKind(seed, faults, CopyAndRename);

    /// <summary>A history in which articles link to each other.</summary>
    public static History Linking(int seed, FaultProfile faults) => OfOneKind(seed, faults, Link);

    /// <summary>A history in which the site's settings redirect addresses that articles have, too.</summary>
    public static History Redirecting(int seed, FaultProfile faults) => OfOneKind(seed, faults, Redirect);

    private static History OfOneKind(
        int seed, FaultProfile faults, Func<Random, Dictionary<string, byte[]>, IEnumerable<EditorStep>> next)
    {
        var random = new Random(seed);
        var last = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        return new History(
            seed, [.. Enumerable.Range(0, random.Next(2, 10)).SelectMany(_ => next(random, last))], faults);
    }

    /// <summary>Three articles compete for two URLs.</summary>
    private static IEnumerable<EditorStep> Compete(Random random, Dictionary<string, byte[]> last)
    {
        var path = Articles[random.Next(3)];
        return last.ContainsKey(path) && random.Next(3) == 0
            ? [Delete(last, path)]
            : [Upload(last, path, Encoding.UTF8.GetBytes(
                $"---\ndate: 2024-04-02\nslug: {(random.Next(4) == 0 ? "b" : "a")}\n---\n"
                + $"# Rubrik {random.Next(2)}\n"))];
    }

    /// <summary>Two scheduled articles whose dates are changed, made past, or made invalid.</summary>
    private static IEnumerable<EditorStep> Schedule(Random random, Dictionary<string, byte[]> last)
    {
        var path = Articles[random.Next(2)];
        var date = random.Next(8) switch
        {
            0 => "2024-04-02",
            1 => "i morgon",
            var n => Soon(n),
        };
        var draft = random.Next(8) == 0 ? "draft: true\n" : "";
        return random.Next(6) switch
        {
            0 when last.ContainsKey(path) => [Delete(last, path)],
            1 => [new EditorStep.Wait(TimeSpan.FromSeconds(random.Next(1, 300)))],
            2 when Encoding.UTF8.GetString(last.GetValueOrDefault(path, [])) is ['-', ..] text
                && !text.Contains("draft", StringComparison.Ordinal) =>
                [Upload(last, path, Encoding.UTF8.GetBytes(text.Replace("\n---", "\ndraft: true\n---")))],
            _ => [Upload(
                last, path, Encoding.UTF8.GetBytes($"---\ndate: {date}\n{draft}---\n# Rubrik {random.Next(2)}\n"))],
        };
    }

    /// <summary>
    /// Two articles appear and disappear with few texts each, so that pages return to earlier states.
    /// </summary>
    private static IEnumerable<EditorStep> Toggle(Random random, Dictionary<string, byte[]> last)
    {
        var path = Articles[random.Next(2)];
        if (last.ContainsKey(path) && random.Next(2) == 0)
        {
            return [Delete(last, path)];
        }

        var text = random.Next(10) switch
        {
            0 => "---\ntitle: Trasig\n",
            1 => "---\ndraft: true\n---\n# Rubrik 0\n\nText 0.\n",
            var n => $"---\ntags: [Skola]\n---\n# Rubrik {n & 1}\n\nText {n & 1}.\n",
        };
        return [Upload(last, path, Encoding.UTF8.GetBytes(text))];
    }

    /// <summary>
    /// Three pictures are uploaded, replaced and deleted, before and after the articles that show them. One of them
    /// stands in for another as long as that is missing, and some articles hold pictures themselves.
    /// </summary>
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

        var text = random.Next(8) switch
        {
            0 => "---\ntitle: Trasig\n",
            1 => "# Rubrik\n\nText.\n",
            2 => "---\nimage: /bilder/x.png\nimage_alt: X\n---\n# Rubrik\n\nText.\n",
            3 => "---\nimage: bilder/x.png\nimage_alt: X\n---\n# Rubrik\n\nText.\n",
            4 => "# Rubrik\n\n![X](bilder/x.png) ![X](/bilder/x.png)\n",
            5 => $"# Rubrik\n\n![X][bild]\n\n[bild]: <{PicturesInTexts[0]}>\n",
            6 => $"# Rubrik\n\n![X]({PicturesInTexts[0]}) ![Y]({PicturesInTexts[1]})\n",
            var n => $"# Rubrik {n}\n\n![X](/bilder/x.png) ![Y](/artiklar/y.png)\n",
        };
        return [Upload(last, path, Encoding.UTF8.GetBytes(text))];
    }

    /// <summary>
    /// Articles link to each other, and appear, disappear and move; their addresses redirect, and their parts have
    /// other names.
    /// </summary>
    private static IEnumerable<EditorStep> Link(Random random, Dictionary<string, byte[]> last)
    {
        var path = random.Next(5) == 0 ? "sidor/om.md" : random.GetItems(Articles, 1)[0];
        if (last.ContainsKey(path) && random.Next(4) == 0)
        {
            return [Delete(last, path)];
        }

        if (random.Next(8) == 0)
        {
            return [Upload(last, path, "---\ntitle: Trasig\n"u8.ToArray())];
        }

        if (path.StartsWith("artiklar/", StringComparison.Ordinal)
            && last.ContainsKey(path)
            && random.Next(5) == 0)
        {
            return Rename(random, last, path);
        }

        var settings = random.Next(6) switch
        {
            0 => "slug: b\n",
            1 => "aliases: [/2024/04/gammal/]\n",
            2 => "draft: true\n",
            3 => $"date: {Soon(random.Next(8))}\nslug: c\n",
            _ => "tags: [Skola]\n",
        };
        return [Upload(last, path, Encoding.UTF8.GetBytes(
            $"---\n{settings}---\n# Rubrik\n\nText.\n\n## Del {random.Next(2)}\n\n{Links(random)}"))];
    }

    /// <summary>
    /// The site's settings redirect two addresses, of which an article has one at times. No text links to them: only a
    /// reconcile tells a text what the settings do to its links.
    /// </summary>
    private static IEnumerable<EditorStep> Redirect(Random random, Dictionary<string, byte[]> last)
    {
        const string Own = "artiklar/2024-04-02-c.md";
        var path = random.Next(3) == 0 ? Own : "site.yaml";
        if (last.ContainsKey(path) && random.Next(5) == 0)
        {
            return [Delete(last, path)];
        }

        return [path == Own ? Upload(last, path, "# Rubrik\n\nText.\n"u8.ToArray()) : Settings(random, last)];
    }

    private static EditorStep.Upload Settings(Random random, Dictionary<string, byte[]> last)
    {
        var redirects = random.Next(4) switch
        {
            0 => "redirects:\n  /2024/04/c/: /nyhetsarkiv/\n",
            1 => "redirects:\n  /2024/04/c/: https://annan.example/\n  /gammal.html: /amnen/\n",
            2 => "redirects:\n  /gammal.html: /2024/04/c/#del\n  /2024/04/c/: /amnen/\n",
            _ => "",
        };
        return Upload(last, "site.yaml", Encoding.UTF8.GetBytes(
            $"title: Sajt {random.Next(2)}\nbaseUrl: https://{random.Next(2)}.example\n{redirects}"));
    }

    internal static string Soon(int n) => Start.AddMinutes(n * n).AddSeconds(n)
        .ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Links(Random random) =>
        string.Concat(random.GetItems(Addresses, random.Next(3)).Select(a => $"[Länk]({a})\n"));

    /// <summary>Articles of two contents are copied, deleted, and mostly renamed.</summary>
    private static IEnumerable<EditorStep> CopyAndRename(Random random, Dictionary<string, byte[]> last)
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
            case < 15 when last.Keys.Where(k => k.StartsWith("artiklar/", StringComparison.Ordinal))
                .ToArray() is { Length: > 0 } there:
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

    internal static IEnumerable<EditorStep> Rename(Random random, Dictionary<string, byte[]> last, string from)
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
        0 => Settings(random, last),
        1 => Upload(
            last, "tema/redirect.liquid", Encoding.UTF8.GetBytes(
                random.Next(3) == 0 ? "{% if %}" : $"<h1>Flyttad {random.Next(2)}</h1>")),
        _ => Upload(
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
            text.Append('\n').Append(Links(random));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static EditorStep.Upload Upload(Dictionary<string, byte[]> last, string path, byte[] content)
    {
        last[path] = content;
        return new EditorStep.Upload(path, content);
    }

    internal static EditorStep.Delete Delete(Dictionary<string, byte[]> last, string path)
    {
        last.Remove(path);
        return new EditorStep.Delete(path);
    }
}
