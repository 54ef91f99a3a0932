namespace Lysekil.Local.Tests.Import;

/// <summary>What a text of another system says of other files, and what only that system understands.</summary>
public sealed class FolderMarkdownTests : IDisposable
{
    private const string Imported = "artiklar/2026-03-24-kajen.md";

    private readonly ImportedFolder _import = new();

    public FolderMarkdownTests()
    {
        _import.Source.Write(".obsidian/app.json", "{}");
        _import.Source.Write("2026-03-25 Bryggan.md", "# Bryggan\n");
        _import.Source.Write("hamnen.png", "hamnen");
        _import.Source.Write("den nya (1).png", "nya");
        _import.Source.Write("rapport.pdf", "rapport");
    }

    public void Dispose() => _import.Dispose();

    [Fact]
    public void Links_and_pictures_in_a_table_keep_their_words_and_sizes()
    {
        const string Head = "# Kajen\n\n| A | B |\n| --- | --- |\n";
        Assert.Empty(Run($"{Head}| [[2026-03-25 Bryggan\\|bryggan]] | ![[hamnen.png\\|100]] |\n"));

        Assert.Equal(
            $"{Head}| [[/2026/03/bryggan/\\|bryggan]] | ![[/bilder/hamnen.png\\|100]] |\n", _import.Text(Imported));
        Assert.Contains("<a href=\"/2026/03/bryggan/\">bryggan</a>", _import.Html(Imported), StringComparison.Ordinal);
        Assert.Contains("src=\"/bilder/hamnen.png\"", _import.Html(Imported), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[2026-03-25 Bryggan]]", "<a href=\"/2026/03/bryggan/\">2026-03-25 Bryggan</a>")]
    [InlineData("[[2026-03-25 Bryggan.md|den]]", "<a href=\"/2026/03/bryggan/\">den</a>")]
    [InlineData("[[2026-03-25 Bryggan#Nya avgifter|den]]", "<a href=\"/2026/03/bryggan/#nya-avgifter\">den</a>")]
    [InlineData("![[2026-03-25 Bryggan]]", "<a href=\"/2026/03/bryggan/\">2026-03-25 Bryggan</a>")]
    [InlineData("![[rapport.pdf]]", "<a href=\"/bilder/rapport.pdf\">rapport.pdf</a>")]
    [InlineData("Enligt [[1]].", "Enligt [[1]].")]
    public void Obsidian_s_links_lead_to_the_imported_files(string written, string html)
    {
        Assert.Empty(Run($"# Kajen\n\n{written}\n"));

        Assert.Contains(html, _import.Html(Imported), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![a](<den nya (1).png>)", "![a](</bilder/den%20nya%20%281%29.png>)")]
    [InlineData("![a](den nya (1).png)", "![a](/bilder/den%20nya%20%281%29.png)")]
    [InlineData("![a](den%20nya%20(1).png \"Foto\")", "![a](/bilder/den%20nya%20%281%29.png \"Foto\")")]
    [InlineData("![a](den%20nya%20%281%29.png)", "![a](/bilder/den%20nya%20%281%29.png)")]
    [InlineData("![[den nya (1).png]]", "![[/bilder/den%20nya%20%281%29.png]]")]
    [InlineData("![a][b]\n\n[b]: <den nya (1).png>", "![a][b]\n\n[b]: </bilder/den%20nya%20%281%29.png>")]
    [InlineData("<img src=\"den nya (1).png\" alt=\"a\">", "<img src=\"/bilder/den%20nya%20%281%29.png\" alt=\"a\">")]
    public void A_picture_with_a_space_in_its_name_is_copied(string written, string rewritten)
    {
        Assert.Empty(Run($"# Kajen\n\n{written}\n"));

        Assert.Equal($"# Kajen\n\n{rewritten}\n", _import.Text(Imported));
        Assert.Equal("nya", _import.Text("bilder/den nya (1).png"));
        Assert.Contains("src=\"/bilder/den%20nya%20%281%29.png\"", _import.Html(Imported), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("`[[2026-03-25 Bryggan]]` och `![a](hamnen.png)`")]
    [InlineData("~~~~\n![a](hamnen.png)\n```\n[[2026-03-25 Bryggan]]\n~~~~")]
    [InlineData("Kajen:\n\n    ![a](hamnen.png)")]
    public void Code_stays_as_it_is(string code)
    {
        Assert.Empty(Run($"{code}\n"));

        Assert.Equal($"{code}\n", _import.Text(Imported));
        Assert.DoesNotContain("bilder/hamnen.png", _import.Files);
    }

    [Theory]
    [InlineData("![a](saknas.png)", "![a](saknas.png)")]
    [InlineData("Se [den](saknas.md).", "Se [den](saknas.md).")]
    [InlineData("Se [[saknas|den_*]].", "Se den\\_\\*.")]
    [InlineData("![[saknas.png|300]]", "saknas.png")]
    public void A_file_that_is_missing_is_told(string written, string kept)
    {
        Assert.Contains("saknas", Assert.Single(Run($"{written}\n")), StringComparison.Ordinal);

        Assert.Equal($"{kept}\n", _import.Text(Imported));
    }

    [Theory]
    [InlineData("image: \"den nya (1).png\"", "image: \"/bilder/den%20nya%20%281%29.png\"")]
    [InlineData("Cover: den nya (1).png", "Cover: /bilder/den%20nya%20%281%29.png")]
    [InlineData("cover:\n  src: 'den nya (1).png'", "cover:\n  src: '/bilder/den%20nya%20%281%29.png'")]
    public void The_main_picture_is_copied(string setting, string rewritten)
    {
        Assert.Empty(Run($"---\n{setting}\n---\n\n# Kajen\n\nbild: hamnen.png\n"));

        Assert.Equal($"---\n{rewritten}\n---\n\n# Kajen\n\nbild: hamnen.png\n", _import.Text(Imported));
        Assert.Equal("nya", _import.Text("bilder/den nya (1).png"));
    }

    [Fact]
    public void The_engine_shows_what_the_import_leaves_of_Hugo()
    {
        Assert.Empty(Run("# Kajen\n\n{{< figure src=\"hamnen.png\" alt=\"Hamnen\" >}}\n\n{{< youtube abc >}}\n"));

        Assert.Contains("src=\"/bilder/hamnen.png\" alt=\"Hamnen\"", _import.Html(Imported), StringComparison.Ordinal);
        Assert.Contains("https://youtu.be/abc", _import.Html(Imported), StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_that_readers_would_see_are_told_with_their_line()
    {
        var note = Assert.Single(Run("# Kajen\n\n{% include karta.html %}\n"));

        Assert.Contains("Line 3: ", note, StringComparison.Ordinal);
        Assert.Contains("{% include karta.html %}", note, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Run(string text)
    {
        _import.Source.Write("2026-03-24 Kajen.md", text);
        return _import.Run();
    }
}
