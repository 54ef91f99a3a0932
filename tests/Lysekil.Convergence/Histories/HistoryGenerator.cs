using System.Globalization;
using System.Text;
using Lysekil.Publishing.Index;

namespace Lysekil.Convergence.Histories;

/// <summary>
/// Generates histories with few sources and many changes of each, so that invocations meet. Some kinds of histories
/// concentrate on two articles that appear and disappear, three that compete for a URL, two scheduled ones, or renames;
/// others on what <see cref="PictureSteps"/>, <see cref="LinkSteps"/>, <see cref="RedirectSteps"/>,
/// <see cref="FrontPageSteps"/> and <see cref="TranslationSteps"/> say. The others mix all that editors do
/// (<see cref="MixedSteps"/>).
/// </summary>
public static class HistoryGenerator
{
    /// <summary>The time at which each history begins.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Lists of the newest articles that are short enough for articles to leave them and return, and pages of periods
    /// that are divided by few articles.
    /// </summary>
    public static ListLengths Lists { get; } = new(Newest: 2, NewestOfTopic: 1, Month: 2, TopicYear: 1);

    /// <summary>A text that is long enough to tell a renamed file that has another title.</summary>
    private static readonly string LongText = string.Concat(Enumerable.Repeat("En lång text. ", 20));

    internal static readonly string[] Articles =
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
                5 => PictureSteps.Next(random, last),
                6 => LinkSteps.Next(random, last),
                9 when random.Next(3) == 0 => RedirectSteps.Next(random, last),
                FrontPage => FrontPageSteps.Next(random, last),
                Translations => TranslationSteps.Next(random, last),
                _ => MixedSteps.Next(random, last),
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
    public static History Linking(int seed, FaultProfile faults) => OfOneKind(seed, faults, LinkSteps.Next);

    /// <summary>A history in which the site's settings redirect addresses that articles have, too.</summary>
    public static History Redirecting(int seed, FaultProfile faults) => OfOneKind(seed, faults, RedirectSteps.Next);

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

    internal static string Soon(int n) => Start.AddMinutes(n * n).AddSeconds(n)
        .ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// Articles of two contents are copied, deleted, and mostly renamed; some are edited in the same step.
    /// </summary>
    private static IEnumerable<EditorStep> CopyAndRename(Random random, Dictionary<string, byte[]> last)
    {
        var text = random.Next(2) == 0
            ? $"# Rubrik 0\n\n{LongText}\n"
            : "---\ndate: 2024-04-03\n---\n# Rubrik 1\n\nText.\n";
        var from = last.Count == 0 ? null : random.GetItems(last.Keys.ToArray(), 1)[0];
        return (from is null ? 0 : random.Next(10)) switch
        {
            0 or 1 => [Upload(last, random.GetItems(Articles, 1)[0], Encoding.UTF8.GetBytes(text))],
            2 => [Upload(last, random.GetItems(Articles, 1)[0], last[from!])],
            3 => [Delete(last, from!)],
            4 or 5 or 6 => Rename(random, last, from!, Edited(random, last[from!])),
            _ => Rename(random, last, from!),
        };
    }

    /// <summary>Another title and the same text, or another text and the same title.</summary>
    private static byte[] Edited(Random random, byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        return Encoding.UTF8.GetBytes(
            random.Next(2) == 0 ? text.Replace("# Rubrik", "# Ny rubrik") : text + "Mer text.\n");
    }

    internal static IEnumerable<EditorStep> Rename(
        Random random, Dictionary<string, byte[]> last, string from, byte[]? edited = null)
    {
        var content = edited ?? last[from];
        var to = random.GetItems(Articles, 1)[0];
        if (to == from)
        {
            return [];
        }

        return random.Next(2) == 0
            ? [Upload(last, to, content), Delete(last, from)]
            : [Delete(last, from), Upload(last, to, content)];
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
