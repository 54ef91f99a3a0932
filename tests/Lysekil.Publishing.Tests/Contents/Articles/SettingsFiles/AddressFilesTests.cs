namespace Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;

/// <summary>Addresses, of this system and of others.</summary>
public class AddressFilesTests
{
    /// <summary>The arguments of <see cref="SettingsFile.AssertRead"/>.</summary>
    public static TheoryData<string, string, string, string, string> Files => new()
    {
        {
            "A page bundle whose folder has the date",
            "artiklar/2026-04-02-ny-kaj/index.md",
            "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/ny-kaj/ | published | Text.",
            ""
        },
        {
            "An address on another system",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\npermalink: /nyheter/kaj/\nurl: /kaj.html\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | old /nyheter/kaj/, /kaj.html",
            ""
        },
        {
            "Addresses on a site of Zola, as TOML",
            "artiklar/2026-04-02-kaj.md",
            "+++\ntitle = \"Ny kaj\"\npath = \"2026/04/02/kaj\"\naliases = [\"2026/04/02/kaj.html\"]\n+++\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | old /2026/04/02/kaj.html, /2026/04/02/kaj/",
            ""
        },
        {
            "Other names of a note of Obsidian, which are no addresses, and an old address",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\naliases: [Kajen, \"Hamnen i Lysekil m.m.\", hamnkaj, /gammal/]\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | old /gammal/",
            "aliases:3"
        },
        {
            "A pattern of addresses on another system",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\npermalink: /:year/:title/\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            "aliases:3"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void An_address_is_that_of_the_name_and_older_ones_lead_to_it(
        string what, string path, string text, string seen, string told) =>
        SettingsFile.AssertRead(what, path, text, seen, told);
}
