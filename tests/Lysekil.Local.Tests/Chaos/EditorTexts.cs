using System.Globalization;
using System.Text;
using Lysekil.Simulation;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>What editors upload. There are few texts, so that a source often gets one that it had before.</summary>
internal static class EditorTexts
{
    private static readonly string[] Dates =
        ["2024-04-02", "2024-04-02 18:30", "2024-04-09 07:00", "2023-12-31 23:30", "2031-01-15"];

    private static readonly string[] Slugs = ["hamnen", "skolan", "kajen"];
    private static readonly string[] Topics = ["Skola", "Hamnen", "Äldrevård", "Budget"];
    private static readonly string[] Aliases = ["/gammal-adress/", "/2024/04/skolan/", "/2024/04/forr/"];

    private static readonly string[] Broken =
    [
        "",
        "---\ntitle: Trasig\n",
        "---\ndate: i morgon\n---\n# Trasig\n\nText.\n",
        "---\n- en\n- lista\n---\n# Trasig\n",
    ];

    public static byte[] Article(Random random) => random.Next(12) switch
    {
        < 2 => Text($"# Rubrik {random.Next(3)}\n\nText {random.Next(3)} utan något före.\n"),
        2 => Text(
            $"Rubrik {random.Next(3)} på första raden\n\n"
            + $"2024-04-0{random.Next(1, 4)} Under kvällen blev det omröstning.\n"),
        3 => Text(random.GetItems(Broken, 1)[0]),
        _ => WithFrontMatter(random),
    };

    public static byte[] StandingPage(Random random) =>
        Text(random.Next(8) == 0
            ? Broken[1]
            : $"# Om oss {random.Next(3)}\n\nVi skriver om [kommunen](/nyhetsarkiv/).\n");

    /// <summary>They name the identity: else it is of the first host, of which a clean run knows nothing.</summary>
    public static byte[] Settings(Random random) => Text(random.Next(6) == 0
        ? "title: Provkommunen\nbaseUrl: inte en adress\n"
        : $"title: Provkommunen {random.Next(2)}\n"
            + $"baseUrl: https://prov{random.Next(2)}.example\nfeedIdentity: prov.example\n"
            + "description: Nyheter.\n");

    public static byte[] StyleSheet(Random random) =>
        Text(FormattableString.Invariant($"p {{ margin: {random.Next(3)}em }}\n"));

    public static byte[] Template(Random random) => Text(random.Next(4) == 0
        ? "{% if %}"
        : FormattableString.Invariant($"<h1>Flyttad {random.Next(2)}</h1>\n")
            + "<p><a href=\"{{ page.url }}\">{{ page.title }}</a></p>\n");

    public static byte[] Picture(Random random) => random.Next(6) == 0
        ? Text("<script>alert(1)</script>")
        : SamplePicture.Png(random.Next(2) == 0 ? 30 : 900, 20, (byte)random.Next(256));

    public static byte[] Document(Random random) => Filled("%PDF-1.7\n"u8, random);

    private static byte[] WithFrontMatter(Random random)
    {
        var text = new StringBuilder("---\n");
        void Add(int oneIn, string key, Func<string> value)
        {
            if (random.Next(oneIn) == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{key}: {value()}\n");
            }
        }

        Add(3, "title", () => $"Rubrik {random.Next(3)}");
        Add(2, "date", () => random.GetItems(Dates, 1)[0]);
        Add(6, "updated", () => "2024-05-01 12:00");
        Add(3, "lead", () => $"Kort sagt {random.Next(2)}.");
        Add(3, "slug", () => random.GetItems(Slugs, 1)[0]);
        Add(2, "tags", () => $"[{string.Join(", ", Topics.Where(_ => random.Next(3) == 0))}]");
        Add(4, "image", () => "/bilder/hamnen.png");
        Add(8, "draft", () => "true");
        Add(5, "aliases", () => $"[{random.GetItems(Aliases, 1)[0]}]");
        text.Append(CultureInfo.InvariantCulture, $"---\n# Rubrik {random.Next(3)}\n\nText {random.Next(4)}, ");
        text.Append("med [protokoll](/artiklar/2024/protokoll.pdf) och ![kajen](/bilder/hamnen.png).\n");
        return Text(text.ToString());
    }

    private static byte[] Filled(ReadOnlySpan<byte> start, Random random)
    {
        var bytes = new byte[random.Next(2) == 0 ? 100 : 200_000];
        Array.Fill(bytes, (byte)random.Next(3));
        start.CopyTo(bytes);
        return bytes;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
