using System.Globalization;
using System.Text;

namespace Lysekil.Benchmarks.Corpus;

/// <summary>
/// Articles of four kilobytes with two topics each, spread over some years. The same number gives the same article.
/// </summary>
internal static class Articles
{
    private const int EndYear = 2026;
    private const int Topics = 30;
    private const int Characters = 4_000;

    private static readonly string[] Vocabulary =
    [
        "kommunen", "fullmäktige", "beslutade", "hamnen", "skolan", "budgeten", "året", "färjan", "bryggan",
        "äldreboendet", "och", "att", "som", "med", "för", "det", "en", "på", "av", "har", "ska", "enligt",
        "nämnden",
        "förslaget", "omröstningen", "kustvägen", "invånarna", "ökar", "minskar", "kronor", "miljoner", "under",
        "efter", "innan", "hösten", "våren", "sommaren", "mötet", "frågan", "svaret",
    ];

    /// <summary>Over how many years the articles are spread; to be set before any is made.</summary>
    public static int Years { get; set; } = 20;

    /// <summary>A year amid them.</summary>
    public static int MiddleYear => EndYear - (Years / 2);

    /// <summary>The article's blob name; its date is spread evenly over the years before 2026.</summary>
    public static string Path(int number) => string.Create(
        CultureInfo.InvariantCulture, $"artiklar/{Day(number):yyyy}/{Day(number):yyyy-MM-dd}-artikel-{number}.md");

    /// <summary>The article's source.</summary>
    /// <param name="number">The number of the article.</param>
    /// <param name="version">The version of the text.</param>
    public static string Text(int number, int version = 0)
    {
        var random = new Random((number * 31) + version);
        var text = new StringBuilder()
            .Append(
                CultureInfo.InvariantCulture,
                $"---\ntags: [Ämne {number % Topics}, Ämne {(number + 11) % Topics}]\nauthor: Redaktionen\n---\n")
            .Append(CultureInfo.InvariantCulture, $"# Artikel {number}: {Words(random, 5)}\n\n");
        for (var paragraph = 0; text.Length < Characters; paragraph++)
        {
            text.Append((paragraph % 6) switch
            {
                2 => $"## {Words(random, 3)}\n\n",
                4 => $"- {Words(random, 8)}\n- *{Words(random, 4)}* {Words(random, 5)}\n- {Words(random, 7)}\n\n",
                5 => $"> {Words(random, 20)}\n\n",
                _ => $"{Words(random, 30)}, **{Words(random, 2)}** och [{Words(random, 2)}](/nyhetsarkiv/). "
                    + $"{Words(random, 20)}.\n\n",
            });
        }

        return text.ToString();
    }

    private static DateTime Day(int number) => new DateTime(EndYear - Years, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        .AddDays((int)((long)number * 7919 % (Years * 365)));

    private static string Words(Random random, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
}
