using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Tests.Contents.Articles;

/// <summary>
/// Settings as editors and other systems write them: what a file is, what readers see, what its editor is told. Each
/// file is created on the 4th of May 2026.
/// </summary>
public class SettingsFilesTests
{
    /// <summary>
    /// What the file is, its path and its text; then <c>title | date | address | state | lead</c> and what else readers
    /// see, or <c>refused</c>; and each diagnostic as <c>code:line</c>.
    /// </summary>
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
            "Swedish names of the picture's settings",
            "artiklar/2026-04-02-kaj.md",
            "---\nbild: /bilder/kaj.jpg\nbildbeskrivning: Kajen\nbildtext: Kajen i april.\nfotograf: \"Foto: Åsa\"\n"
                + "---\n# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | picture /bilder/kaj.jpg ”Kajen” "
                + "(Kajen i april.) Foto: Åsa",
            ""
        },
        {
            "A Swedish draft",
            "artiklar/2026-04-02-kaj.md",
            "---\nrubrik: Ny kaj\nutkast: ja\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | draft | Text.",
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
            "A page bundle of Hugo with a picture as a mapping",
            "artiklar/kaj/index.md",
            "---\ntitle: Ny kaj\ndate: 2026-04-02\nlastmod: 2026-04-03\ncover:\n  image: kaj.jpg\n  alt: Kajen\n"
                + "  caption: Kajen i april.\n  relative: true\n  hidden: true\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | updated 2026-04-03 "
                + "| picture /artiklar/kaj/kaj.jpg ”Kajen” (Kajen i april.)",
            "unknown-key:9"
        },
        {
            "A page bundle whose folder has the date",
            "artiklar/2026-04-02-ny-kaj/index.md",
            "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/ny-kaj/ | published | Text.",
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
            "A later date of publication beside a date",
            "artiklar/kaj.md",
            "---\ntitle: Ny kaj\ndate: 2026-04-02\npublishDate: 2027-02-01\n---\nText.\n",
            "Ny kaj | 2027-02-01 | /2027/02/kaj/ | scheduled | Text.",
            ""
        },
        {
            "A date of publication in the past beside a later date",
            "artiklar/kaj.md",
            "---\ntitle: Ny kaj\ndate: 2027-02-01\npublishDate: 2026-04-02\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
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
            "No date of publication",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nscheduled: false\npublishDate:\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            ""
        },
        {
            "A date of publication that cannot be read",
            "artiklar/kaj.md",
            "---\ntitle: Ny kaj\npublishDate: första februari\n---\nText.\n",
            "refused",
            "value:3"
        },
        {
            "The end of a publication",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nexpires: 2026-12-31\n---\nText.\n",
            "refused",
            "draft:3"
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
            "Two dates that differ",
            "artiklar/kaj.md",
            "---\ntitle: Ny kaj\ndatum: 2026-04-02\ndate: 2027-04-02\n---\nText.\n",
            "refused",
            "setting-twice:3"
        },
        {
            "Two leads, of which one is shown",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nsummary: En.\ndescription: Två.\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Två.",
            "setting-twice:3"
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
            "A quotation that goes on at the margin",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: \"Kommunen köper\nmer mark\"\n---\nText.\n",
            "refused",
            "front-matter:2"
        },
        {
            "A pattern of addresses on another system",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\npermalink: /:year/:title/\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            "aliases:3"
        },
        {
            "No page on another system",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\npermalink: false\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | draft | Text.",
            ""
        },
        {
            "A caption without a picture",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nbildtext: Kajen i april.\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            "image:3"
        },
        {
            "The point of a picture that lists show",
            "artiklar/2026-04-02-kaj.md",
            "---\nimage: /bilder/kaj.jpg\nimage_alt: Kajen\nimage_focus: 50% 20%\n---\n# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. "
                + "| picture /bilder/kaj.jpg ”Kajen” around 50% 20%",
            ""
        },
        {
            "The point of a picture, in a Swedish word",
            "artiklar/2026-04-02-kaj.md",
            "---\nbild: /bilder/kaj.jpg\nbildbeskrivning: Kajen\nbildfokus: överst\n---\n# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. "
                + "| picture /bilder/kaj.jpg ”Kajen” around 50% 0%",
            ""
        },
        {
            "The point of a picture, nested and as a list",
            "artiklar/2026-04-02-kaj.md",
            "---\nimage:\n  src: /bilder/kaj.jpg\n  alt: Kajen\n  focus: 30% 40%\nimage_focus: [60%, 20%]\n---\n"
                + "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. "
                + "| picture /bilder/kaj.jpg ”Kajen” around 60% 20%",
            ""
        },
        {
            "A point of a picture that is none",
            "artiklar/2026-04-02-kaj.md",
            "---\nimage: /bilder/kaj.jpg\nimage_alt: Kajen\nimage_focus: 50% 120%\n---\n# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | picture /bilder/kaj.jpg ”Kajen”",
            "image:4"
        },
        {
            "A point without a picture",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nbildfokus: överst\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text.",
            "image:3"
        },
        {
            "Unknown settings, flat and nested",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: Ny kaj\nlayout: post\nparams:\n  toc: true\nauthor:\n  name: Eva\n  url: /eva/\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | by Eva",
            "unknown-key:3 unknown-key:4 unknown-key:8"
        },
        {
            "A list where one text is expected",
            "artiklar/2026-04-02-kaj.md",
            "---\ntitle: [Ny, kaj]\n---\nText.\n",
            "refused",
            "value:2"
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
            "A post of Hugo, as TOML, for later",
            "artiklar/kaj.md",
            "+++\ntitle = 'Ny kaj'\ndate = 2027-02-01\ntags = ['Hamnen']\n[cover]\nimage = '/bilder/kaj.jpg'\n"
                + "alt = 'Kajen'\n+++\nText.\n",
            "Ny kaj | 2027-02-01 | /2027/02/kaj/ | scheduled | Text. | in Hamnen | picture /bilder/kaj.jpg ”Kajen”",
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
        {
            "A text that opens with a date and a sentence",
            "artiklar/kaj.md",
            "# Ny kaj\n\n2026-04-02 Under kvällen invigdes kajen.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Under kvällen invigdes kajen.",
            ""
        },
        {
            "A text that opens with a date alone on its line",
            "artiklar/kaj.md",
            "# Ny kaj\n\n2026-04-02\n\nKajen är klar.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Kajen är klar.",
            ""
        },
        {
            "A meeting to come, with which the text opens",
            "artiklar/kallelse.md",
            "# Kallelse\n\n2026-12-15 klockan 18 samlas fullmäktige.\n",
            "Kallelse | 2026-05-04 10:00 | /2026/05/kallelse/ | published | 2026-12-15 klockan 18 samlas fullmäktige.",
            ""
        },
        {
            "A date to come, alone on its line",
            "artiklar/kallelse.md",
            "# Kallelse\n\n2026-12-15\n\nFullmäktige samlas.\n",
            "Kallelse | 2026-05-04 10:00 | /2026/05/kallelse/ | published | 2026-12-15",
            "opening-date:3"
        },
        {
            "A date that opens the text, and another in the name",
            "artiklar/2026-05-02-protokoll.md",
            "# Protokollet\n\n2026-04-28 Protokollet justerades.\n",
            "Protokollet | 2026-05-02 | /2026/05/protokoll/ | published | 2026-04-28 Protokollet justerades.",
            ""
        },
        {
            "A name with a date of single digits",
            "artiklar/2026-3-4-kaj.md",
            "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-03-04 | /2026/03/kaj/ | published | Text.",
            ""
        },
        {
            "A name with a date of eight digits",
            "artiklar/20260305-kaj.md",
            "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-03-05 | /2026/03/kaj/ | published | Text.",
            ""
        },
        {
            "A name with a date of eight digits that does not exist",
            "artiklar/20261345-kaj.md",
            "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-05-04 10:00 | /2026/05/20261345-kaj/ | published | Text.",
            "name-date"
        },
        {
            "A name with underscores in its date",
            "artiklar/2026_03_06 kaj.md",
            "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-03-06 | /2026/03/kaj/ | published | Text.",
            ""
        },
        {
            "A name with full stops in its date",
            "artiklar/2026.03.08 kaj.md",
            "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-03-08 | /2026/03/kaj/ | published | Text.",
            ""
        },
        {
            "A name with a date of six digits",
            "artiklar/260307-kaj.md",
            "# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-05-04 10:00 | /2026/05/260307-kaj/ | published | Text.",
            "name-date"
        },
        {
            "A name with a date of six digits, and the date in the settings",
            "artiklar/260307-kaj.md",
            "---\ndate: 2026-03-07\n---\n# Ny kaj\n\nText.\n",
            "Ny kaj | 2026-03-07 | /2026/03/260307-kaj/ | published | Text.",
            ""
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read_as_its_editor_meant_it(string what, string path, string text, string seen, string told)
    {
        var reading = Some.Reading(text, path);

        Assert.Equal((what, seen, told), (what, Seen(reading), Told(reading.Diagnostics)));
        Assert.All(reading.Diagnostics, d => Assert.NotEmpty(d.Remedy));
    }

    [Fact]
    public void A_refusal_of_settings_that_differ_names_both_lines()
    {
        var refusal = Assert.Single(Some.Reading("---\ntitle: A\nauthor: x\nrubrik: B\n---\nText.\n").Diagnostics);

        Assert.Contains("”rubrik” på rad 4", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("”title” på rad 2", refusal.Message, StringComparison.Ordinal);
    }

    private static string Told(IReadOnlyList<Diagnostic> diagnostics) =>
        string.Join(' ', diagnostics.Select(d => d.Line is { } line ? $"{d.Code}:{line}" : d.Code));

    private static string Seen(ManuscriptReading reading)
    {
        if (reading.Manuscript is not { } manuscript)
        {
            return "refused";
        }

        var state = manuscript switch
        {
            { IsDraft: true } => "draft",
            { IsDateStated: true, Date: { } date } when date > Some.Now => "scheduled",
            _ => "published",
        };
        var seen = new StringBuilder(
            $"{manuscript.Title} | {Day(manuscript.Date)} | {manuscript.Page.Url} | {state} | {manuscript.Lead}");
        Add("by ", manuscript.Author);
        Add("in ", string.Join(", ", manuscript.Topics.Select(t => t.Name)));
        Add("updated ", Day(manuscript.Updated));
        Add("old ", string.Join(", ", manuscript.Aliases.Select(a => a.Url)));
        Add("picture ", Picture(manuscript));
        Add("lang ", manuscript.Language);
        return seen.ToString();

        void Add(string before, string? part) => seen.Append(string.IsNullOrEmpty(part) ? "" : $" | {before}{part}");
    }

    private static string? Picture(Manuscript manuscript) => manuscript.Image is null
        ? null
        : $"{manuscript.Image} ”{manuscript.ImageAlt}”"
            + (manuscript.ImageCaption is { } caption ? $" ({caption})" : "")
            + (manuscript.ImageCredit is { } credit ? $" Foto: {credit}" : "")
            + (manuscript.ImageFocus is { } focus ? $" around {focus.X}% {focus.Y}%" : "");

    private static string? Day(DateTimeOffset? moment) => moment?.ToString(
        moment.Value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
