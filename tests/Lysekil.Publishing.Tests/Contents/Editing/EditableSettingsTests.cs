using System.Text;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Tests.Contents.Editing;

public class EditableSettingsTests
{
    private const string Menu = "menu:\n  # Först\n  - text: Ett # 1\n    url: /ett/\n\n"
        + "  - { text: Två, url: /tva/ }\n  - text: Tre\n    url: \"/tre/\"\n# Sist\nhub:\n";

    /// <summary>A file, a setting, its new value, and the file afterwards.</summary>
    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "", "title", "Lysekil", "title: Lysekil\n" },
        { "# Bara en kommentar\n", "title", "Lysekil", "# Bara en kommentar\ntitle: Lysekil\n" },
        { "---\n# x\ntitle: Lysekil\n", "title", "Kajen: nytt", "---\n# x\ntitle: 'Kajen: nytt'\n" },
        { "title: Lysekil", "description", "Nytt", "title: Lysekil\ndescription: Nytt\n" },
        { "Title:   Lysekil   # prövas\nokänd: {a: b}\n", "title", "Bladet",
            "Title:   Bladet   # prövas\nokänd: {a: b}\n" },
        { "title: x\n# Om\ndescription: >\n  Ett\n  två\n\n# Nav\nhub:\n", "description", "Tre",
            "title: x\n# Om\ndescription: Tre\n\n# Nav\nhub:\n" },
        { "title: x\ndescription: y\nhub:\n", "description", "", "title: x\nhub:\n" },
        { "baseUrl: http://a.se\n", "baseUrl", "https://www.b.se/", "baseUrl: 'https://www.b.se/'\n" },
        { "title: x\n", "footer", "Ett.", "title: x\nfooter: Ett.\n" },
        { "title: x\nhub:\n", "footer", "Ett.\n\n  - *två* \ntre: #",
            "title: x\nhub:\nfooter: |\n  Ett.\n\n    - *två* \n  tre: #\n" },
        { "footer: Ett. # prövas\ntitle: x\n", "footer", "Ett.\nTvå.",
            "footer: | # prövas\n  Ett.\n  Två.\ntitle: x\n" },
        { "footer: | # prövas\n  Ett.\n  Två.\n\ntitle: x\n", "footer", "Två.\nTre.",
            "footer: | # prövas\n  Två.\n  Tre.\n\ntitle: x\n" },
        { "footer: |\n  Ett.\n  Två.\ntitle: x\n", "footer", "Tre.", "footer: Tre.\ntitle: x\n" },
        { "title: x\n", "colours.accent", "#0b5f8a", "title: x\ncolours:\n  accent: '#0b5f8a'\n" },
        { "colours:\ntitle: x\n", "colours.accent", "#0b5f8a", "colours:\n  accent: '#0b5f8a'\ntitle: x\n" },
        { "colours:\n    # Blått\n    Accent: '#000' # djupt\n    okänd: x\ntitle: x\n", "colours.accent", "#0b5f8a",
            "colours:\n    # Blått\n    Accent: '#0b5f8a' # djupt\n    okänd: x\ntitle: x\n" },
        { "colours:\n  accent: '#000'\ntitle: x\n", "colours.darkAccent", "#fff",
            "colours:\n  accent: '#000'\n  darkAccent: '#fff'\ntitle: x\n" },
        { "colours:\n  accent: '#000'\n  background: '#fff'\n", "colours.accent", "",
            "colours:\n  background: '#fff'\n" },
        { "colours:\n  accent: '#000'\ntitle: x\n", "colours.accent", "", "title: x\n" },
        { "colours: { accent: '#000' } # två\n", "colours.background", "#fff",
            "colours: { accent: '#000', background: '#fff' } # två\n" },
    };

    /// <summary>A menu, its links afterwards, and the file afterwards.</summary>
    public static TheoryData<string, string, string> Menus => new()
    {
        { Menu, "Ett /1/|Två /tva/|Tre /tre/", Menu.Replace("/ett/", "/1/", StringComparison.Ordinal) },
        { Menu, "Ett /ett/|Två /2/|Trea /tre/",
            Menu.Replace("/tva/", "/2/", StringComparison.Ordinal)
                .Replace("Tre\n", "Trea\n", StringComparison.Ordinal) },
        { Menu, "Ett /ett/|Tre /tre/",
            Menu.Replace("  - { text: Två, url: /tva/ }\n", "", StringComparison.Ordinal) },
        { Menu, "Två /tva/|Tre /tre/",
            Menu.Replace("  - text: Ett # 1\n    url: /ett/\n", "", StringComparison.Ordinal) },
        { Menu, "Ett /ett/|Två /tva/|Tre /tre/|Fyra https://fyra.se/",
            Menu.Replace("\"/tre/\"\n", "\"/tre/\"\n  - text: Fyra\n    url: 'https://fyra.se/'\n",
                StringComparison.Ordinal) },
        { Menu, "Noll /0/|Ett /ett/|Två /tva/|Tre /tre/",
            Menu.Replace("  - text: Ett", "  - text: Noll\n    url: /0/\n  - text: Ett", StringComparison.Ordinal) },
        { "menu: # ingen\n  - text: A\n    url: /a/\nhub:\n", "", "menu: [] # ingen\nhub:\n" },
        { "menu: []\nhub:\n", "A /a/", "menu:\n  - text: A\n    url: /a/\nhub:\n" },
        { "title: x\n", "A /a/", "title: x\nmenu:\n  - text: A\n    url: /a/\n" },
        { "menu: [{ text: A, url: /a/ }] # en\n", "A /a/|B /b/",
            "menu: # en\n  - text: A\n    url: /a/\n  - text: B\n    url: /b/\n" },
        { "menu: [{ text: A, url: /a/ }, { text: B, url: /b/ }]", "B /b/|A /a/",
            "menu: [{ text: B, url: /b/ }, { text: A, url: /a/ }]" },
    };

    /// <summary>A file, and a setting that cannot be changed in it.</summary>
    public static TheoryData<string, string> Unchangeable => new()
    {
        { "title: [Ett, två]\n", "title" },
        { "title:\n  sv: Ett\n", "title" },
        { "colours: '#fff'\n", "colours.accent" },
        { "colours: { accent: '#000',\n  background: '#fff' }\n", "colours.darkAccent" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_setting_gets_another_value_and_every_other_byte_stays(
        string file, string name, string value, string expected)
    {
        var changed = Open(Encoding.UTF8.GetBytes(file)).With(name, value);

        Assert.Equal(expected, TextOf(changed));
        Assert.Equal(value, changed!.Value(name));
        Assert.Same(changed, changed.With(name, value));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Encoding_byte_order_mark_and_line_ends_stay(string file, string name, string value, string expected)
    {
        foreach (var form in FileForms.All.Where(_ => file.Length > 0 && file.EndsWith('\n')))
        {
            Assert.Equal(form.Of(expected), Open(form.Of(file)).With(name, value)!.Bytes.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Menus))]
    public void A_menu_gets_other_links_and_those_that_stay_keep_their_lines(
        string file, string links, string expected)
    {
        var menu = links.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' '))
            .Select(l => new MenuEntry(l[0], l[1])).ToList();

        var changed = Open(Encoding.UTF8.GetBytes(file)).WithMenu(menu);

        Assert.Equal(expected, TextOf(changed));
        Assert.Equal(menu, changed!.Menu);
        Assert.Same(changed, changed.WithMenu(menu));
    }

    [Fact]
    public void A_site_without_a_menu_shows_the_usual_one_and_writes_none()
    {
        var settings = Open("title: x\n"u8.ToArray());

        Assert.Equal(["Nyhetsarkiv", "Ämnen"], settings.Menu.Select(m => m.Text));
        Assert.Same(settings, settings.WithMenu([.. settings.Menu, new MenuEntry("", " ")]));
    }

    [Theory]
    [InlineData("menu:\n  - text: A\n    url: /a/\n    icon: x\n  - text: B\n    url: /b/\n", "B /b/")]
    [InlineData("menu:\n  - text: A\n    url:\n      sv: /a/\n", "B /b/")]
    [InlineData("menu: [A, B]\n", "B /b/")]
    [InlineData("menu:\n  - text: &a A\n    url: /a/\n", "B /a/")]
    public void A_menu_with_more_than_links_is_not_rewritten(string file, string link)
    {
        var wanted = new MenuEntry(link.Split(' ')[0], link.Split(' ')[1]);

        Assert.Null(Open(Encoding.UTF8.GetBytes(file)).WithMenu([wanted]));
    }

    [Theory]
    [MemberData(nameof(Unchangeable))]
    public void A_setting_that_cannot_be_changed_alone_is_not_changed(string file, string name)
    {
        var settings = Open(Encoding.UTF8.GetBytes(file));

        Assert.False(settings.CanSet(name));
        Assert.Null(settings.With(name, "Nytt"));
        Assert.True(settings.CanSet("description"));
    }

    [Theory]
    [InlineData("title: x\ncolours:\n  # Ljust\n  accent: röd\nfooter: |\n  Kontakt: oss\nmenu: []\n",
        "title|colours|colours|colours.accent|footer|footer|menu|")]
    [InlineData("# Först\nTitle: x\n", "|Title|")]
    public void A_line_belongs_to_a_setting(string file, string names)
    {
        var settings = Open(Encoding.UTF8.GetBytes(file));

        Assert.Equal(
            names,
            string.Join('|', Enumerable.Range(1, file.Count(c => c == '\n') + 1).Select(settings.NameAt)));
    }

    [Theory]
    [InlineData("{title: Lysekil}")]
    [InlineData("title: [")]
    [InlineData("- x")]
    [InlineData("title: x\n---\ntitle: y\n")]
    [InlineData("a\0")]
    public void A_file_whose_settings_cannot_be_changed_safely_is_refused_with_a_reason(string file)
    {
        var (settings, reason) = EditableSettings.Open(Encoding.UTF8.GetBytes(file));

        Assert.Null(settings);
        Assert.NotEmpty(reason!);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("~")]
    [InlineData("2026-01-01")]
    [InlineData("Nej: inte # detta")]
    [InlineData("'a' \"b\"")]
    [InlineData("[a] {b}, c")]
    [InlineData("- a")]
    [InlineData("? a")]
    [InlineData("! & * | > % @ `")]
    [InlineData("---")]
    [InlineData("...")]
    [InlineData("<<")]
    [InlineData("C:\\a\\")]
    [InlineData("😀 åäö")]
    public void Any_value_is_read_back_as_it_was_given(string value)
    {
        foreach (var menu in new[] { "menu: []\n", "menu: [{ text: A, url: /a/ }]\n", Menu })
        {
            var settings = Open(Encoding.UTF8.GetBytes("title: x\n" + menu));
            var links = settings.Menu.Skip(1).Prepend(new MenuEntry(value, value)).ToList();

            Assert.Equal(value, settings.With("title", value)!.Value("title"));
            Assert.Equal($"{value}\n\n{value}", settings.With("footer", $"{value}\n\n{value}")!.Value("footer"));
            Assert.Equal(links, settings.WithMenu(links)!.Menu);
        }
    }

    [Fact]
    public void A_value_that_the_files_encoding_lacks_is_not_taken()
    {
        var settings = Open(FileForms.Windows1252.Of("title: Kajåäö\n"));

        Assert.Null(settings.With("title", "Kaj ✓"));
        Assert.NotNull(settings.With("title", "Kajen"));
    }

    private static EditableSettings Open(byte[] file)
    {
        var (settings, reason) = EditableSettings.Open(file);
        Assert.True(settings is not null, reason);
        return settings;
    }

    private static string? TextOf(EditableSettings? settings) =>
        settings is null ? null : Encoding.UTF8.GetString(settings.Bytes.Span);
}
