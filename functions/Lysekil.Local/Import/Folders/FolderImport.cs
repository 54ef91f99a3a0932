using System.Globalization;
using System.Text;

namespace Lysekil.Local.Import.Folders;

/// <summary>
/// Imports the texts of Obsidian, Hugo, Jekyll or Eleventy. Their settings stay as they are: the engine reads those
/// that it knows.
/// </summary>
internal sealed class FolderImport(FolderFiles files, ImportFolder folder, ImportNotes notes)
{
    public void Run()
    {
        var targets = new Dictionary<FolderText, string>();
        foreach (var text in files.Texts)
        {
            if (text.IsSection)
            {
                notes.Add(text.Path, "It describes a list, which the site makes itself, and is left out.");
            }
            else if (text.IsOfRepository)
            {
                notes.Add(text.Path, "It is about the repository, and is left out.");
            }
            else if (text.Refusal is { } refusal)
            {
                notes.Add(text.Path, "It cannot be read, and is left out, for this reason:");
                notes.Add(text.Path, $"{refusal.Message} {refusal.Remedy}");
            }
            else if (text.Slug is null)
            {
                notes.Add(text.Path, "Its name has no letter or digit, and it is left out.");
            }
            else
            {
                targets[text] = TargetOf(text);
            }
        }

        var pictures = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (text, target) in targets)
        {
            var content = new FolderMarkdown(files, text, targets, pictures, what => notes.Add(text.Path, what));
            folder.Write($"text-{text.Path}", target, Encoding.UTF8.GetBytes(content.Write()));
        }

        foreach (var picture in pictures)
        {
            folder.Write(
                $"file-{picture}",
                AssetName.Of(picture),
                File.ReadAllBytes(Path.Combine(files.Folder, picture)));
        }
    }

    private string TargetOf(FolderText text)
    {
        var date = text.Date;
        if (date is null && files.IsVault)
        {
            var saved = File.GetLastWriteTimeUtc(Path.Combine(files.Folder, text.Path));
            date = TimeZoneInfo.ConvertTimeFromUtc(saved, folder.TimeZone)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            notes.Add(text.Path, $"It has no date; that of its file, {date}, became one.");
        }

        var isDraft = text.IsInDrafts;
        if (date is null && !text.IsInArticles)
        {
            return folder.Free($"sidor/{text.Slug}", ".md");
        }

        var name = date is null ? $"{text.Slug}" : $"{date}-{text.Slug}";
        return folder.Free($"artiklar/{(isDraft ? "utkast/" : "")}{name}", ".md");
    }
}
