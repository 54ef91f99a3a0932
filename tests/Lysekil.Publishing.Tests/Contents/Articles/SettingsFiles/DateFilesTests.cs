namespace Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;

/// <summary>Dates in settings, in names of files and at the beginning of texts.</summary>
public class DateFilesTests
{
    /// <summary>The arguments of <see cref="SettingsFile.AssertRead"/>.</summary>
    public static TheoryData<string, string, string, string, string> Files => new()
    {
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
            "Two dates that differ",
            "artiklar/kaj.md",
            "---\ntitle: Ny kaj\ndatum: 2026-04-02\ndate: 2027-04-02\n---\nText.\n",
            "refused",
            "setting-twice:3"
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
    public void A_date_is_read_where_it_stands(
        string what, string path, string text, string seen, string told) =>
        SettingsFile.AssertRead(what, path, text, seen, told);
}
