using Lysekil.Local.Import.Folders;
using Lysekil.Local.Import.WordPress;
using Lysekil.Publishing.Contents.Word;

namespace Lysekil.Local.Import;

/// <summary>Tells what a source of an import is, and imports it.</summary>
internal static class Importer
{
    /// <exception cref="RunnerException">The source is none that is known, or cannot be read.</exception>
    public static void Run(FileSystemInfo source, ImportFolder folder, ImportNotes notes, string? uploads)
    {
        if (!source.Exists)
        {
            throw new RunnerException($"There is no {source.FullName}.", "Name an export, a document or a folder.");
        }

        switch (source)
        {
            case DirectoryInfo directory
                when FolderFiles.In(directory.FullName, folder.TimeZone) is { Texts.Count: > 0 } files:
                new FolderImport(files, folder, notes).Run();
                break;
            case DirectoryInfo directory when PageFolder.PagesIn(directory.FullName) is { Count: > 0 } pages:
                new PageFolder(directory.FullName, folder, notes).Run(pages);
                break;
            case FileInfo { Extension: ".xml" or ".XML" }:
                new WordPressImport(WordPressExport.Read(source.FullName), folder, notes).Run(uploads);
                break;
            case FileInfo { Extension: ".docx" or ".DOCX" or ".odt" or ".ODT" } document:
                WriteDocument(document, folder);
                break;
            default:
                throw new RunnerException(
                    $"{source.FullName} is nothing that can be imported.",
                    "Name an export of WordPress (.xml), a document (.docx, .odt), or a folder with Markdown or HTML.");
        }
    }

    /// <summary>Writes a document as Markdown, with its pictures beside it.</summary>
    private static void WriteDocument(FileInfo document, ImportFolder folder)
    {
        var bytes = File.ReadAllBytes(document.FullName);
        var (text, refusal) = WordFile.Read(bytes);
        if (text is null)
        {
            throw new RunnerException(refusal!.Message, refusal.Remedy);
        }

        var name = Path.GetFileNameWithoutExtension(document.Name);
        folder.Write($"docx-{name}", folder.Free($"artiklar/{name}", ".md"), text.Markdown);
        foreach (var (picture, content) in WordFile.PicturesIn(bytes))
        {
            folder.Write($"docx-{name}-{picture}", $"artiklar/{picture}", content);
        }
    }
}
