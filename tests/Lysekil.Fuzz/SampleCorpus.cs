using System.Text;
using Lysekil.Simulation;
using SkiaSharp;

namespace Lysekil.Fuzz;

/// <summary>Small files of all kinds that editors bring, made here.</summary>
internal static class SampleCorpus
{
    public static IReadOnlyList<byte[]> PictureTokens { get; } =
    [
        [0xFF, 0xDA], [0xFF, 0xC0], [0xFF, 0xC2], [0xFF, 0xC4], [0xFF, 0xDB], [0xFF, 0xD9], [0xFF, 0xD0], [0xFF, 0xE1],
        [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0x10, 0],
        .. "IHDR IDAT IEND PLTE tRNS iCCP eXIf acTL fdAT VP8L VP8X ANMF".Split(' ').Select(Encoding.ASCII.GetBytes),
        [0x21, 0xF9, 4, 0, 0, 0, 0, 0], [0x21, 0xFF, 11], [0x2C, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0], [0x3B],
    ];

    public static IReadOnlyList<byte[]> TextTokens { get; } =
    [
        .. new[]
        {
            "---\n", "\n---\n", "+++\n", "...\n", "\n\n", "\r", "\t", "    ", "> ", "> > > ", "- ", "1. ", "# ", "===",
            "*", "**", "_", "~~", "`", "```\n", "[", "](", "![", "](/bilder/x.jpg \"", "[^1]", "[^1]: ", "<", "</div>",
            "<div>", "<!--", "-->", "<script>", "<img src=\"", "&#0;", "|", "|---|", "\\", "title: ", "date: 2026-",
            "tags: [", "{", "}", ": ", " #", "'", "\"", "&a ", "*a", "!!", "<<: ", "- - - ", "? ", "\u0000", "\uFEFF",
            "\u2028", "å", "🌊", "http://", "www.", "{#id}", "[[", "]]", "%%", "{{", "2019-10-05",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80],
    ];

    public static IReadOnlyList<string> Texts { get; } =
    [
        "---\ntitle: Kajen\ndate: 2026-05-01 18:30\nupdated: 2026-05-02\nlead: En ingress.\nauthor: Anna Ek\n"
        + "tags: [Skola, Hamnen]\nimage: /bilder/hamn.jpg\nimage_alt: Hamnen\naliases: [/gammal/]\ndraft: false\n---\n"
        + "# Kajen\n\nEtt stycke med *vikt*, **fetstil**, `kod` och [länk](https://exempel.se/ \"titel\").\n",
        "# Tabell\n\n| Plats | Avgift |\n|---|--:|\n| Kajen | 1 |\n| Torget | `a\\|b` |\n\nText under.\n",
        "# Listor\n\n- ett\n  - två\n    1. tre\n\n> Citat\n> > i citat\n\n* * *\n\n```\nkod\n```\n\n    mera kod\n",
        "# Bilder\n\n![Hamnen](/bilder/hamn.jpg \"Text\") ![Torget](torg.jpg)\n\n<figure><img src=\"a.jpg\">\n",
        "# Noter\n\nText[^1] och [mall][a].\n\n[^1]: En not.\n\n[a]: https://exempel.se/ 'titel'\n",
        "Rubrik utan märke\n\n2019-10-05 Under kvällen hölls möte.\n\nMål:\n• ett\n• två\n\nFoto: Anna Ek\n",
        "+++\ntitle = \"Toml\"\ndraft = true\n+++\n# Text\n",
        "# HTML\n\n<div class=\"x\" onclick=\"y\"><p>Text <b>fet</b></p><!-- gömt --><script>x</script></div>\n",
        "---\ntitle: >\n  Lång\n  rubrik\ntags:\n  - a\n  - b\nextra: {a: [1, 2], b: &x c, d: *x}\n---\nText.\n",
    ];

    public static IReadOnlyList<byte[]> Pictures()
    {
        var (jpeg, png) = (SamplePicture.Noise(40, 30, SKEncodedImageFormat.Jpeg), SamplePicture.Png(40, 30));
        using var image = NetVips.Image.NewFromBuffer(SamplePicture.Noise(40, 30, SKEncodedImageFormat.Png));
        using var grey = image[0];
        using var deep = image.Cast(NetVips.Enums.BandFormat.Ushort);
        using var clear = image.Bandjoin(128);
        return
        [
            jpeg,
            SamplePicture.Jpeg(700, 20, SKColors.Red, SKColors.Blue),
            image.JpegsaveBuffer(interlace: true),
            grey.JpegsaveBuffer(),
            png,
            image.PngsaveBuffer(interlace: true),
            image.PngsaveBuffer(palette: true),
            deep.PngsaveBuffer(),
            clear.PngsaveBuffer(),
            [.. png[..33], .. SampleAnimation.Chunk("eXIf", "MM\0*\0\0\0\b\0\0\0\0\0\0"u8), .. png[33..]],
            image.WebpsaveBuffer(),
            image.WebpsaveBuffer(lossless: true),
            clear.WebpsaveBuffer(),
            SampleAnimation.Gif("hej"u8),
            SampleAnimation.Png("hej"u8),
            SampleAnimation.WebP("hej"u8),
        ];
    }
}
