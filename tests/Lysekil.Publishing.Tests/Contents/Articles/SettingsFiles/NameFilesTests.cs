namespace Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;

/// <summary>Names of settings, as editors and other systems have them, and several for the same.</summary>
public class NameFilesTests
{
    /// <summary>The arguments of <see cref="SettingsFile.AssertRead"/>.</summary>
    public static TheoryData<string, string, string, string, string> Files => new()
    {
        {
            "Swedish names of settings",
            "artiklar/kaj.md",
            "---\nrubrik: Ny kaj\ndatum: 2026-04-02\ningress: Kort.\nförfattare: Eva Ek\nämnen: [Hamnen]\n"
                + "adress: kajen\nspråk: sv\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kajen/ | published | Kort. | by Eva Ek | in Hamnen | lang sv",
            ""
        },
        {
            "A post of Jekyll",
            "artiklar/_posts/2026-04-02-kaj.md",
            "---\nlayout: post\ntitle: Ny kaj\ndate: 2026-04-02 08:30:00 +0200\ncategories: [Hamnen]\n"
                + "tags: [Budget, hamnen]\nexcerpt: Kort.\nredirect_from: /gammal/\nlast_modified_at: 2026-04-03\n---\n"
                + "Text.\n",
            "Ny kaj | 2026-04-02 08:30 | /2026/04/kaj/ | published | Kort. | in Budget, hamnen | updated 2026-04-03 "
                + "| old /gammal/",
            "unknown-key:2"
        },
        {
            "A post of Astro",
            "artiklar/kaj.md",
            "---\ntitle: Ny kaj\npubDate: 2026-04-02\nupdatedDate: 2026-04-03\ndescription: Kort.\n"
                + "heroImage: /bilder/kaj.jpg\nheroImageAlt: Kajen\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Kort. | updated 2026-04-03 "
                + "| picture /bilder/kaj.jpg ”Kajen”",
            ""
        },
        {
            "A post of Ghost",
            "artiklar/kaj.md",
            "---\ntitle: Ny kaj\npublished_at: 2026-04-02T08:30:00.000Z\nfeature_image: /bilder/kaj.jpg\n"
                + "feature_image_alt: Kajen\nfeature_image_caption: Kajen i april.\nstatus: published\n---\nText.\n",
            "Ny kaj | 2026-04-02 10:30 | /2026/04/kaj/ | published | Text. | picture /bilder/kaj.jpg ”Kajen” "
                + "(Kajen i april.)",
            ""
        },
        {
            "A post with several authors as mappings",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nauthors:\n  - name: Eva Ek\n  - name: Per Berg\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | by Eva Ek och Per Berg",
            ""
        },
        {
            "A post of Zola, as TOML",
            "artiklar/kaj.md",
            "+++\ntitle = \"Ny kaj\"\ndescription = \"Kort.\"\ndate = 2026-04-02T08:30:00+02:00\nupdated = 2026-04-03\n"
                + "authors = [\"Eva Ek\"]\naliases = [\"/gammal/\"]\n\n[taxonomies]\ntags = [\"Hamnen\", \"Budget\"]\n"
                + "categories = [\"Kommunen\"]\n\n[extra]\ntoc = true\n+++\n\nText.\n",
            "Ny kaj | 2026-04-02 08:30 | /2026/04/kaj/ | published | Kort. | by Eva Ek | in Hamnen, Budget, Kommunen "
                + "| updated 2026-04-03 | old /gammal/",
            "unknown-key:13"
        },
        {
            "Two titles that differ",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nrubrik: Ny brygga\n---\nText.\n",
            "refused",
            "setting-twice:3"
        },
        {
            "Two titles that are equal",
            "artiklar/2026-04-02-kaj.md",
            "---\nrubrik: Ny kaj\ntitle: Ny  kaj\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            ""
        },
        {
            "Two leads, of which one is shown",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nsummary: En.\ndescription: Två.\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Två.",
            "setting-twice:3"
        },
        {
            "Unknown settings, flat and nested",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nlayout: post\nparams:\n  toc: true\nauthor:\n  name: Eva\n  url: /eva/\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | by Eva",
            "unknown-key:3 unknown-key:4 unknown-key:8"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_setting_is_read_by_any_of_its_names(
        string what, string path, string text, string seen, string told) =>
        SettingsFile.AssertRead(what, path, text, seen, told);

    [Fact]
    public void A_refusal_of_settings_that_differ_names_both_lines()
    {
        var refusal = Assert.Single(Some.Reading("---\ntitle: A\nauthor: x\nrubrik: B\n---\nText.\n").Diagnostics);

        Assert.Contains("”rubrik” på rad 4", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("”title” på rad 2", refusal.Message, StringComparison.Ordinal);
    }
}
