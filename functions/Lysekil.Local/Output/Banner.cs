using Lysekil.Local.Functions;
using Lysekil.Local.Mirror;
using Lysekil.Local.Storage;
using Lysekil.Local.Website;

namespace Lysekil.Local.Output;

/// <summary>What a developer needs to know at the start: where the site is, how to change it, how to stop.</summary>
internal static class Banner
{
    public static void Write(
        Screen screen, WebsiteHost website, ContentFolder folder, OpenStorage storage, FunctionsMode mode)
    {
        screen.Line();
        screen.Line($"  [bold]Lysekil.Serverless[/]");
        screen.Line();
        screen.Line($"  Site      [bold green]{website.Address}[/]");
        screen.Line($"  Desk      {website.DeskAddress}  [dim](the editors' report)[/]");
        screen.Line($"  Content   {Path.GetRelativePath(".", folder.FullPath)}  [dim](save a file there, and it is live)[/]");
        screen.Line($"  Storage   {storage.Description}");
        if (mode == FunctionsMode.External)
        {
            screen.Line($"  Functions [bold]yours:[/] dotnet run --project functions/Lysekil.Functions");
        }

        screen.Line($"  Stop      Ctrl+C");
        screen.Line();
    }
}
