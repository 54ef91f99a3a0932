namespace Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;

/// <summary>Settings that keep a text from readers.</summary>
public class DraftFilesTests
{
    /// <summary>The arguments of <see cref="SettingsFile.AssertRead"/>.</summary>
    public static TheoryData<string, string, string, string, string> Files => new()
    {
        {
            "A Swedish draft",
            "artiklar/2026-04-02-kaj.md",
            "---\nrubrik: Ny kaj\nutkast: ja\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | draft | Text.",
            ""
        },
        {
            "A date where other systems have true or false",
            "artiklar/kaj.md",
            "---\ntitle: Ny kaj\npublished: 2027-02-01\n---\nText.\n",
            "Ny kaj | 2027-02-01 | /2027/02/kaj/ | scheduled | Text.",
            ""
        },
        {
            "The end of a publication",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nunpublish: 2026-12-31\n---\nText.\n",
            "refused",
            "draft:3"
        },
        {
            "No page on another system",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\npermalink: false\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | draft | Text.",
            ""
        },
        {
            "A draft, as TOML",
            "artiklar/2026-04-02-kaj.md",
            "+++\ntitle = \"Ny kaj\"\ndraft = true\n+++\n\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | draft | Text.",
            ""
        },
        {
            "What may be a draft, nested in TOML",
            "artiklar/2026-04-02-kaj.md",
            "+++\ntitle = \"Ny kaj\"\n[extra]\ndraft = true\n+++\n\nText.\n",
            "refused",
            "draft:4"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_goes_live_that_was_not_meant_to(
        string what, string path, string text, string seen, string told) =>
        SettingsFile.AssertRead(what, path, text, seen, told);
}
