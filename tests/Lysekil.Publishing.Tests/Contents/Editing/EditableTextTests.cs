using System.Text;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Tests.Contents.Editing;

public class EditableTextTests
{
    private const string Path = "artiklar/2026-04-02-kaj.md";

    /// <summary>A file, a setting, its new value, and the file afterwards.</summary>
    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "---\ntitle: Kaj\n---\nText\n", "title", "Ny kaj", "---\ntitle: Ny kaj\n---\nText\n" },
        { "---\ntitle: Kaj\n---\nText\n", "lead", "Kort.", "---\ntitle: Kaj\nlead: Kort.\n---\nText\n" },
        { "---\ntitle: Kaj\nlead: Kort.\n---\nText\n", "lead", "", "---\ntitle: Kaj\n---\nText\n" },
        { "# Kaj\n\nText\n", "lead", "Kort.", "---\nlead: Kort.\n---\n\n# Kaj\n\nText\n" },
        { "---\n---\nText\n", "title", "Kaj", "---\ntitle: Kaj\n---\nText\n" },
        { "---\nrubrik:   Kaj   # prövas\ndatum: 2026-04-02\n---\nText\n", "title", "Ny: kaj",
            "---\nrubrik:   'Ny: kaj'   # prövas\ndatum: 2026-04-02\n---\nText\n" },
        { "---\n\"title\": 'Kaj' # x\n---\nText\n", "title", "Å", "---\n\"title\": Å # x\n---\nText\n" },
        { "---\ntitle:\nlead: Kort.\n---\nText\n", "title", "Kaj", "---\ntitle: Kaj\nlead: Kort.\n---\nText\n" },
        { "---\ntitle: Kaj\nlead: >\n  Ett\n  två\n\n# Om bilden\nimage: /bilder/a.jpg\n---\nText\n", "lead", "Tre.",
            "---\ntitle: Kaj\nlead: Tre.\n\n# Om bilden\nimage: /bilder/a.jpg\n---\nText\n" },
        { "---\nlead: |\n  Ett\n  # två\n---\nText\n", "lead", "Tre.", "---\nlead: Tre.\n---\nText\n" },
        { "---\nlead: \"Ett\n  två\"\n---\nText\n", "lead", "Tre.", "---\nlead: Tre.\n---\nText\n" },
        { "---\n  title: Kaj\n  author: Eva\n---\nText\n", "author", "Åsa",
            "---\n  title: Kaj\n  author: Åsa\n---\nText\n" },
        { "---\n  title: Kaj\n---\nText\n", "author", "Åsa", "---\n  title: Kaj\n  author: Åsa\n---\nText\n" },
        { "---\npublishDate: 2026-04-01\n---\nText\n", "publishDate", "2026-05-01 08:30",
            "---\npublishDate: 2026-05-01 08:30\n---\nText\n" },
        { "+++\ntitle = \"Kaj\" # prövas\n[extra]\ntitle = \"x\"\n+++\nText\n", "title", "Ny \"kaj\"",
            "+++\ntitle = \"Ny \\\"kaj\\\"\" # prövas\n[extra]\ntitle = \"x\"\n+++\nText\n" },
        { "+++\ntitle = \"Kaj\"\n[extra]\na = 1\n+++\nText\n", "lead", "Kort.",
            "+++\nlead = \"Kort.\"\ntitle = \"Kaj\"\n[extra]\na = 1\n+++\nText\n" },
        { "+++\nlead = \"\"\"\nEtt\ntvå\"\"\"\ntitle = 'Kaj'\n+++\nText\n", "lead", "Tre.",
            "+++\nlead = \"Tre.\"\ntitle = 'Kaj'\n+++\nText\n" },
    };

    /// <summary>A file, and a setting that cannot be changed in it.</summary>
    public static TheoryData<string, string> Unchangeable => new()
    {
        { "---\nauthor:\n  name: Eva\n---\nText\n", "author" },
        { "---\nauthors: [Eva, Åsa]\n---\nText\n", "author" },
        { "---\ntitle: Kaj\nrubrik: Kaj\n---\nText\n", "title" },
        { "---\nimage:\n  src: /bilder/a.jpg\n  alt: A\n---\nText\n", "image_alt" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_setting_gets_another_value_and_every_other_byte_stays(
        string file, string name, string value, string expected) =>
        Assert.Equal(expected, TextOf(Open(file).With(name, value)));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Encoding_byte_order_mark_and_line_ends_stay(string file, string name, string value, string expected)
    {
        foreach (var form in FileForms.All)
        {
            var changed = Open(form.Of(file)).With(name, value);

            Assert.Equal(form.Of(expected), changed!.Bytes.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_that_changes_nothing_gives_the_same_bytes(
        string file, string name, string value, string expected)
    {
        _ = value;
        var text = Open(file);

        Assert.Same(text, text.With(name, text.Value(name)));
        Assert.Equal(value, Open(expected).Value(name));
    }

    [Theory]
    [MemberData(nameof(Unchangeable))]
    public void A_setting_that_cannot_be_changed_alone_is_not_changed(string file, string name)
    {
        var text = Open(file);

        Assert.False(text.CanSet(name));
        Assert.Null(text.With(name, "Nytt"));
    }

    [Theory]
    [InlineData("---\ntags: [Hamnen, Båtar]\n---\nText\n", "---\ntags: [Skola, 'Å: ö']\n---\nText\n")]
    [InlineData("---\ntags: [Hamnen] # två\n---\nText\n", "---\ntags: [Skola, 'Å: ö'] # två\n---\nText\n")]
    [InlineData("---\nämnen:\n  - Hamnen\n  - Båtar\nx: y\n---\nText\n",
        "---\nämnen:\n  - Skola\n  - 'Å: ö'\nx: y\n---\nText\n")]
    [InlineData("---\ntags:\n- Hamnen\n---\nText\n", "---\ntags:\n- Skola\n- 'Å: ö'\n---\nText\n")]
    [InlineData("---\ntags: [Hamnen,\n  Båtar]\n---\nText\n", "---\ntags: [Skola, 'Å: ö']\n---\nText\n")]
    [InlineData("---\ntitle: Kaj\n---\nText\n", "---\ntitle: Kaj\ntags: [Skola, 'Å: ö']\n---\nText\n")]
    [InlineData("+++\ntags = [\n  \"Hamnen\", # en\n]\n+++\nText\n",
        "+++\ntags = [\"Skola\", \"Å: ö\"]\n+++\nText\n")]
    public void A_list_gets_other_values_in_the_form_that_it_has(string file, string expected) =>
        Assert.Equal(expected, TextOf(Open(file).WithValues("tags", ["Skola", "Å: ö"])));

    [Theory]
    [InlineData("---\ntitle: Kaj\n---\nText\n", "---\ntitle: Kaj\ndraft: true\n---\nText\n")]
    [InlineData("---\ntitle: Kaj\ndraft: false # än\n---\nText\n", "---\ntitle: Kaj\ndraft: true # än\n---\nText\n")]
    [InlineData("# Kaj\n", "---\ndraft: true\n---\n\n# Kaj\n")]
    [InlineData("+++\ntitle = \"Kaj\"\n+++\nText\n", "+++\ndraft = true\ntitle = \"Kaj\"\n+++\nText\n")]
    public void A_text_becomes_a_draft(string file, string expected)
    {
        var draft = Open(file).WithDraft(true);

        Assert.Equal(expected, TextOf(draft));
        Assert.True(draft!.IsDraft);
    }

    [Theory]
    [InlineData("---\ntitle: Kaj\ndraft: true\n---\nText\n", "---\ntitle: Kaj\n---\nText\n")]
    [InlineData("---\nutkast: ja\ntitle: Kaj\n---\nText\n", "---\ntitle: Kaj\n---\nText\n")]
    [InlineData("---\npublished: false\nstatus: draft\ntitle: Kaj\n---\nText\n", "---\ntitle: Kaj\n---\nText\n")]
    public void A_draft_loses_whatever_makes_it_one(string file, string expected)
    {
        var text = Open(file);

        Assert.True(text.IsDraft);
        Assert.Equal(expected, TextOf(text.WithDraft(false)));
    }

    [Theory]
    [InlineData("---\ntitle: Kaj\n---\n\nEtt\r\ntvå\ntre", "Ett\nNy\ntre", "---\ntitle: Kaj\n---\n\nEtt\r\nNy\ntre")]
    [InlineData("---\r\na: b\r\n---\r\n\r\nEtt\r\n", "Ett\ntvå\n", "---\r\na: b\r\n---\r\n\r\nEtt\r\ntvå\r\n")]
    [InlineData("---\ntitle: Kaj\n---", "Ett\n", "---\ntitle: Kaj\n---\nEtt\n")]
    [InlineData("Ett\n", "Två\n", "Två\n")]
    public void A_text_is_changed_below_its_settings_line_by_line(string file, string body, string expected) =>
        Assert.Equal(expected, TextOf(Open(file).WithBody(body)));

    [Fact]
    public void A_text_that_would_become_settings_is_not_taken() =>
        Assert.Null(Open("Ett\n").WithBody("---\ndraft: true\n---\nTvå\n"));

    [Fact]
    public void A_value_that_the_files_encoding_lacks_is_not_taken()
    {
        var text = Open(FileForms.Windows1252.Of("---\ntitle: Kajåäö\n---\nText\n"));

        Assert.Null(text.With("title", "Kaj ✓"));
        Assert.NotNull(text.With("title", "Kajen"));
    }

    [Theory]
    [InlineData("---\n{title: Kaj, lead: x}\n---\nText\n")]
    [InlineData("---\n? title\n: Kaj\n---\nText\n")]
    [InlineData("---\ntitle: [\n---\nText\n")]
    [InlineData("---\ntitle: Kaj\n")]
    [InlineData("————\ntitle: Kaj\n————\nText\n")]
    [InlineData("```markdown\n---\ntitle: Kaj\n---\nText\n```\n")]
    [InlineData("\0\0\0\0")]
    public void A_file_whose_settings_cannot_be_changed_safely_is_refused_with_a_reason(string file)
    {
        var (text, reason) = EditableText.Open(new SourcePath(Path), Encoding.UTF8.GetBytes(file));

        Assert.Null(text);
        Assert.NotEmpty(reason!);
    }

    private static EditableText Open(string file) => Open(Encoding.UTF8.GetBytes(file));

    private static EditableText Open(byte[] file)
    {
        var (text, reason) = EditableText.Open(new SourcePath(Path), file);
        Assert.True(text is not null, reason);
        return text;
    }

    private static string? TextOf(EditableText? text) => text is null ? null : Encoding.UTF8.GetString(text.Bytes.Span);
}
