using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Publication;
using Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;
using Lysekil.Publishing.Tests.Contents.Markup.EditorsFiles;
using Lysekil.Simulation;

namespace Lysekil.Publishing.Tests.Publication;

/// <summary>A dry run says of each file what its publish says: the same state, and the same to its editor.</summary>
public class PublishDryRunTests
{
    /// <summary>The files of all tables, each in a folder of its own; some of them want the same address.</summary>
    [Fact]
    public async Task It_says_the_same_of_all_files_of_the_tables()
    {
        IEnumerable<(string Path, string Text)> tables =
        [
            .. SettingsFile.All.Select(row => ((string)row[1], (string)row[2])),
            .. new IEnumerable<object[]>[]
            {
                TitleFilesTests.Files, TextFilesTests.Files, TableFilesTests.Files, HtmlFilesTests.Files,
                ForeignFilesTests.Files, PastedFilesTests.Files,
            }.SelectMany(t => t).Select(row => (EditorsFile.Article, (string)row[1])),
        ];

        await AssertSameAsync(
            [.. tables.Select((file, number) => (Apart(file.Path, number), Encoding.UTF8.GetBytes(file.Text)))]);
    }

    /// <summary>A path in another folder, with a name that three others have.</summary>
    private static string Apart(string path, int number)
    {
        var (folder, name) = (path["artiklar/".Length..(path.LastIndexOf('/') + 1)], path.Split('/')[^1]);
        var other = name == "index.md" ? name : name.Replace(
            ".md", string.Create(CultureInfo.InvariantCulture, $"-{number / 4}.md"), StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"artiklar/{number}/{folder}{other}");
    }

    /// <summary>What other files decide, and what files of other kinds are told.</summary>
    [Fact]
    public async Task It_says_the_same_where_files_depend_on_each_other()
    {
        const string Linking = "# Kajen\n\n![Kajen](/bilder/kaj.png) ![Två](två.png) [fil](/bilder/p.pdf)\n"
            + "[flyttad](/flyttad/) [borta](/borta/)\n";
        await AssertSameAsync(
        [
            Text(
                "site.yaml",
                "title: Provkommunen\ntimeZone: America/New_York\nokänd: x\nredirects:\n  /flyttad/: /om/\n"),
            Text("artiklar/2026-05-01-kajen.md", Linking),
            Text("artiklar/a/2026-05-01-kajen.md", Linking),
            Text("artiklar/b/2026-05-01-kajen.md", "---\ndraft: true\n---\n" + Linking),
            Text("artiklar/c/2026-05-01-kajen.md", "---\ndate: 2199-05-01\n---\n" + Linking),
            Text("artiklar/d/2026-05-01-kajen.md", "---\ndate: i går\n---\n" + Linking),
            Text("artiklar/gammal.md", "---\naliases: [/2026/05/kajen/]\n---\n# Gammal\n\nText.\n"),
            Text("artiklar/natt.md", "---\ndate: 2026-05-01 00:30\n---\n# Natt\n\nText.\n"),
            Text("sidor/om.md", "# Om\n\n![](/bilder/kaj.png)\n"),
            Text("sidor/nyhetsarkiv.md", "# Om\n"),
            Text("tema/article.liquid", "{% if"),
            Text("tema/okänd.liquid", ""),
            Text("bilder/p.pdf", "%PDF-1.7 << /Author (Anna Ek) >>"),
            Text("bilder/trasig.png", "ingen bild"),
            Text("bilder/kaj.heic", ""),
            Text("anteckning.txt", "På fel ställe."),
            ("bilder/kaj.png", SamplePicture.Png()),
            ("artiklar/a/två.png", SamplePicture.Png()[..40]),
        ]);
    }

    private static (string Path, byte[] Content) Text(string path, string text) => (path, Encoding.UTF8.GetBytes(text));

    private static async Task AssertSameAsync(IReadOnlyList<(string Path, byte[] Content)> files)
    {
        var site = new SimulatedSite(Some.Clock());
        foreach (var (path, content) in files)
        {
            site.Upload(path, content);
        }

        await site.SettleAsync();
        var dry = await PublishDryRun.RunAsync(
            files.Select(f => new PublishDryRun.SourceFile(
                new SourcePath(f.Path), Some.Now, () => new MemoryStream(f.Content))),
            Some.Now,
            trial: null,
            default);

        var index = new SiteIndex(site.Storage.Index);
        foreach (var outcome in dry)
        {
            var record = (await index.FindSourceAsync(outcome.Path, default))!.Value;
            Assert.Equal(
                $"{outcome.Path} {record.State}\n{Lines(record.Diagnostics)}",
                $"{outcome.Path} {outcome.Change}\n{Lines(outcome.Diagnostics)}");
        }

        Assert.Equal(files.Count, dry.Count);
    }

    private static string Lines(IEnumerable<Diagnostic> diagnostics) => string.Join('\n', diagnostics);
}
