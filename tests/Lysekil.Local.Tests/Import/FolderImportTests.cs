using Lysekil.Local.Import;

namespace Lysekil.Local.Tests.Import;

/// <summary>Folders of other systems, and of saved pages.</summary>
public sealed class FolderImportTests : IDisposable
{
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _content = new();

    public void Dispose()
    {
        _source.Dispose();
        _content.Dispose();
    }

    [Fact]
    public void A_vault_of_Obsidian_keeps_links_and_pictures_between_its_notes()
    {
        _source.Write(".obsidian/app.json", "{}");
        _source.Write("bilagor/hamnen.png", "bild");
        _source.Write(
            "2026-03-24 Kajen.md",
            "# Kajen\n\n![[hamnen.png|Kajen i sol]]\n\nSe [[2026-03-25 Bryggan|bryggan]] och [[Okänd]].\n\n"
                + "```\n[[inte en länk]]\n```\n");
        _source.Write("2026-03-25 Bryggan.md", "# Bryggan\n\nSom [kajen](2026-03-24%20Kajen.md#sol).\n");

        var notes = Run();

        Assert.Equal(
            "# Kajen\n\n![[/bilder/bilagor/hamnen.png|Kajen i sol]]\n\nSe [[/2026/03/bryggan/|bryggan]] och Okänd.\n\n"
                + "```\n[[inte en länk]]\n```\n",
            Text("artiklar/2026-03-24-kajen.md"));
        Assert.Equal("# Bryggan\n\nSom [kajen](/2026/03/kajen/#sol).\n", Text("artiklar/2026-03-25-bryggan.md"));
        Assert.Equal("bild", Text("bilder/bilagor/hamnen.png"));
        Assert.Contains("Okänd", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Hugo_s_bundles_drafts_and_shortcodes_are_understood()
    {
        _source.Write("content/posts/_index.md", "---\ntitle: Alla\n---\n");
        _source.Write(
            "content/posts/kajen/index.md",
            "+++\ntitle = \"Kajen\"\ndate = 2026-03-24T10:00:00Z\n+++\n\n![Kajen](sol.jpg)\n\n"
                + "{{< figure src=\"/bild.png\" alt=\"Bryggan\" caption=\"Foto: A\" >}}\n\n{{< youtube abc >}}\n\n"
                + "{{< okand >}}\n");
        _source.Write("content/posts/kajen/sol.jpg", "sol");
        _source.Write("static/bild.png", "bild");
        _source.Write("README.md", "# Hur man bygger\n");
        _source.Write("content/om.md", "---\ntitle: Om\n---\n\nText.\n");

        var notes = Run();

        Assert.Equal(
            [
                ".lysekil-import", "artiklar/2026-03-24-kajen.md", "bilder/content/posts/kajen/sol.jpg",
                "bilder/static/bild.png", "sidor/om.md",
            ],
            _content.Files);
        Assert.EndsWith(
            "\n\n![Kajen](/bilder/content/posts/kajen/sol.jpg)\n\n"
                + "{{< figure src=\"/bilder/static/bild.png\" alt=\"Bryggan\" caption=\"Foto: A\" >}}\n\n"
                + "{{< youtube abc >}}\n\n{{< okand >}}\n",
            Text("artiklar/2026-03-24-kajen.md"),
            StringComparison.Ordinal);
        Assert.Equal(3, notes.Count);
        Assert.Contains("{{< okand >}}", notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Jekyll_s_posts_and_drafts_keep_their_dates_and_states()
    {
        _source.Write("_posts/2020-01-02-kajen.markdown", "---\ntitle: Kajen\n---\nText.\n");
        _source.Write("_drafts/bryggan.md", "---\ntitle: Bryggan\n---\nText.\n");

        Assert.Empty(Run());

        Assert.Equal(
            [".lysekil-import", "artiklar/2020-01-02-kajen.md", "artiklar/utkast/bryggan.md"], _content.Files);
    }

    [Fact]
    public void A_saved_page_keeps_its_main_part_and_leads_from_its_old_address()
    {
        _source.Write("nyheter/sol.jpg", "sol");
        _source.Write(
            "nyheter/kajen.html",
            """
            <html><head><title>Kajen | Bladet</title>
            <meta property="article:published_time" content="2019-10-05T12:00Z"></head>
            <body><nav><a href="/">Hem</a></nav><article><h1>Kajen byggs</h1><p>Ett <b>stycke</b>.</p>
            <img src="sol.jpg" alt="Sol"></article><footer>Tel. 1</footer></body></html>
            """);

        Assert.Empty(Run());

        Assert.Equal(
            "---\ntitle: Kajen byggs\naliases: [/nyheter/kajen.html]\n---\n\nEtt **stycke**.\n\n"
                + "![Sol](/bilder/nyheter/sol.jpg)\n",
            Text("artiklar/2019-10-05-kajen.md"));
        Assert.Equal("sol", Text("bilder/nyheter/sol.jpg"));
    }

    [Fact]
    public void An_import_again_writes_nothing_new()
    {
        _source.Write("_posts/2020-01-02-kajen.md", "---\ntitle: Kajen\n---\nText.\n");
        Run();
        var files = _content.Files.ToList();

        Assert.Empty(Run());

        Assert.Equal(files, _content.Files);
    }

    [Fact]
    public void A_folder_without_texts_is_refused()
    {
        _source.Write("bild.png", "bild");

        Assert.Throws<RunnerException>(() => Run());
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(_content.FullPath, name));

    private List<string> Run()
    {
        var notes = new ImportNotes();
        var folder = new ImportFolder(_content.FullPath, notes);
        Importer.Run(new DirectoryInfo(_source.FullPath), folder, notes, null);
        folder.Finish();
        return [.. notes.All.Select(n => $"{n.Where}: {n.What}")];
    }
}
