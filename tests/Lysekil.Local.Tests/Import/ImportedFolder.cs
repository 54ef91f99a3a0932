using System.Text;
using Lysekil.Local.Import;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Tests.Import;

/// <summary>A folder of another system, and the folder of the site that imports it.</summary>
internal sealed class ImportedFolder : IDisposable
{
    public TemporaryFolder Source { get; } = new();

    public TemporaryFolder Content { get; } = new();

    /// <summary>The imported files, in ordinal order.</summary>
    public IEnumerable<string> Files => Content.Files.Where(f => f is not (".lysekil-import" or "site.yaml"));

    public string Text(string name) => File.ReadAllText(Path.Combine(Content.FullPath, name));

    /// <summary>The text of an imported file as readers see it.</summary>
    public string Html(string name) => ManuscriptReader
        .Read(new SourcePath(name), Encoding.UTF8.GetBytes(Text(name)), default, SiteSettings.Default.Region)
        .Text!.ToHtml();

    /// <summary>Imports the folder.</summary>
    /// <returns>The notes.</returns>
    public IReadOnlyList<string> Run()
    {
        var notes = new ImportNotes();
        var folder = new ImportFolder(Content.FullPath, notes);
        Importer.Run(new DirectoryInfo(Source.FullPath), folder, notes, null);
        folder.Finish();
        return [.. notes.All.Select(n => $"{n.Where}: {n.What}")];
    }

    public void Dispose()
    {
        Source.Dispose();
        Content.Dispose();
    }
}
