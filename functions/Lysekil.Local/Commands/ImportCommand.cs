using System.CommandLine;
using Lysekil.Local.Import;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary><c>import</c>: the texts and pictures of another system, as sources.</summary>
internal sealed class ImportCommand(Screen screen)
{
    private static readonly Argument<FileSystemInfo> Source = new("SOURCE")
    {
        Description = "An export of WordPress (.xml), a document (.docx, .odt), or a folder of Obsidian, Hugo, Jekyll, "
            + "Eleventy or saved pages.",
    };

    private static readonly Option<DirectoryInfo?> Target = new("--to")
    {
        Description = "The folder that gets the sources. Default: content, here or in a folder above.",
        HelpName = "DIR",
    };

    private static readonly Option<DirectoryInfo?> Uploads = new("--uploads")
    {
        Description = "A copy of WordPress's folder wp-content/uploads; without it, the files to fetch are listed.",
        HelpName = "DIR",
    };

    public Command Build(GuardCommand guard)
    {
        var command = new Command(
            "import", "Writes the texts and pictures of another system as sources, and says what could not be kept.")
        {
            Source, Target, Uploads,
        };
        command.SetAction(guard(RunAsync));
        return command;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var source = parsed.GetRequiredValue(Source);
        var target = parsed.GetValue(Target)?.FullName ?? Repository.Content(null).FullPath;
        var uploads = parsed.GetValue(Uploads);
        if (uploads is { Exists: false })
        {
            throw new RunnerException(
                $"There is no folder {uploads.FullName}.", "Name the copy of wp-content/uploads.");
        }

        var notes = new ImportNotes();
        var folder = new ImportFolder(target, notes);
        Importer.Run(source, folder, notes, uploads?.FullName);
        folder.Finish();
        foreach (var (where, what) in notes.All)
        {
            screen.WriteLine($"  [yellow]{where}[/]  {what}");
        }

        var counts = $"{folder.Written} files written, {folder.Unchanged} as before, {notes.All.Count} notes";
        screen.WriteLine($"Imported to {target}: {counts}.");
        return Task.FromResult(ExitCode.Success);
    }
}
