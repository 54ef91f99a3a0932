namespace Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;

/// <summary>The main picture, with its texts and the point that lists show.</summary>
public class PictureSettingFilesTests
{
    /// <summary>The arguments of <see cref="SettingsFile.AssertRead"/>.</summary>
    public static TheoryData<string, string, string, string, string> Files => new()
    {
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
            "A page bundle of Hugo with a picture as a mapping",
            "artiklar/kaj/index.md",
            "---\ntitle: Ny kaj\ndate: 2026-04-02\nlastmod: 2026-04-03\ncover:\n  image: kaj.jpg\n  alt: Kajen\n"
                + "  caption: Kajen i april.\n  relative: true\n  hidden: true\n---\nText.\n",
            "Ny kaj | 2026-04-02 | /2026/04/kaj/ | published | Text. | updated 2026-04-03 "
                + "| picture /artiklar/kaj/kaj.jpg ”Kajen” (Kajen i april.)",
            "unknown-key:9"
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
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_main_picture_is_that_of_the_settings(
        string what, string path, string text, string seen, string told) =>
        SettingsFile.AssertRead(what, path, text, seen, told);
}
