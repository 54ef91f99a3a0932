namespace Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;

/// <summary>Mistakes in YAML and TOML, and settings of which a part is cut.</summary>
public class MistakeFilesTests
{
    /// <summary>The arguments of <see cref="SettingsFile.AssertRead"/>.</summary>
    public static TheoryData<string, string, string, string, string> Files => new()
    {
        {
            "A quotation that goes on at the margin",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: \"Kommunen köper\nmer mark\"\n---\nText.\n",
            "refused",
            "front-matter:2"
        },
        {
            "A list where one text is expected",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: [Ny, kaj]\n---\nText.\n",
            "refused",
            "value:2"
        },
        {
            "YAML between the fences of TOML",
            "artiklar/2026-04-02-kaj.md",
            "+++\ntitle: Ny kaj\n+++\n\nText.\n",
            "refused",
            "front-matter:2"
        },
        {
            "Settings that end with three dots",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\n...\n\nText.\n\n---\n\nMer.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            ""
        },
        {
            "Settings before and after three dots",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\n...\ndate: 2027-02-01\n---\nText.\n",
            "refused",
            "front-matter:4"
        },
        {
            "A text between two rules",
            "artiklar/2026-04-02-kaj.md",
            "---\n\nMötet öppnades klockan sex.\n\n---\n\nDärefter budgeten.\n",
            "refused",
            "front-matter:3"
        },
        {
            "A heading between two rules, which YAML takes for a comment",
            "artiklar/2026-04-02-kaj.md",
            "---\n# Ny kaj\n---\nText.\n",
            "refused",
            "front-matter:2"
        },
        {
            "A title that begins with a quotation",
            "artiklar/2026-04-02-kaj.md",
            "---\nlead: Kort.\ntitle: \"Nej\" till ny kaj\n---\nText.\n",
            "refused",
            "front-matter:3"
        },
        {
            "A title with a colon",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Kajen: nu börjar bygget\n---\nText.\n",
            "refused",
            "front-matter:2"
        },
        {
            "An author who begins with an at sign",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nauthor: @redaktionen\n---\nText.\n",
            "refused",
            "front-matter:3"
        },
        {
            "A title that is a comment",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: #kajen lever\n---\nFörsta stycket.\n\nText.\n",
            "Första stycket. | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            "value-cut:2"
        },
        {
            "A title and an author with comments",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj # 2\nauthor: Eva # vikarie\ndate: 2026-04-02 # säkert\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | by Eva",
            "value-cut:2 value-cut:3"
        },
        {
            "A title that begins with a tag",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: !Obs ny kaj\n---\nText.\n",
            "ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            "value-cut:2"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_mistake_is_told_at_its_line(
        string what, string path, string text, string seen, string told) =>
        SettingsFile.AssertRead(what, path, text, seen, told);
}
