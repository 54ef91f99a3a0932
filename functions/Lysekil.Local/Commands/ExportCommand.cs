using System.CommandLine;
using Lysekil.Local.Export;
using Lysekil.Local.Output;

namespace Lysekil.Local.Commands;

/// <summary><c>export DIR</c>: the site as files.</summary>
internal sealed class ExportCommand(Screen screen)
{
    private static readonly Argument<DirectoryInfo> Folder = new("DIR")
    {
        Description = "A new folder, or an earlier export.",
    };

    public Command Build(GuardCommand guard)
    {
        var command = new Command("export", "Writes the site of the running storage to a folder.") { Folder };
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        await using var storage = await SharedOptions.StorageOf(parsed).FindAsync(cancellation);
        var folder = parsed.GetRequiredValue(Folder).FullName;
        ExportLines.Write(screen, folder, await new SiteExport(storage.Site.Web).WriteAsync(folder, cancellation));
        return ExitCode.Success;
    }
}
