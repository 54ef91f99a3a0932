using Lysekil.Local.Functions;
using Lysekil.Local.Mirror;
using Lysekil.Local.Storage;
using Lysekil.Local.Website;

namespace Lysekil.Local.Output;

/// <summary>What a developer sees at the start: where the site is, how to change it, how to stop.</summary>
internal static class Banner
{
    public static void Write(
        Screen screen, WebsiteHost website, ContentFolder folder, OpenStorage storage, FunctionsMode mode)
    {
        screen.WriteLine();
        screen.WriteLine($"  [bold]Lysekil.Serverless[/]");
        screen.WriteLine();
        screen.WriteLine($"  Site      [bold green]{website.Address}[/]");
        screen.WriteLine(
            $"  Desk      [bold green]{website.DeskAddress}[/]  [dim](write, see and publish in a browser)[/]");
        screen.WriteLine(
            $"  Content   {Path.GetRelativePath(".", folder.FullPath)}  [dim](save a file there, and it is live)[/]");
        screen.WriteLine($"  Storage   {storage.Description}");
        if (mode == FunctionsMode.External)
        {
            screen.WriteLine($"  Functions [bold]yours:[/] dotnet run --project functions/Lysekil.Functions");
        }

        screen.WriteLine($"  Stop      Ctrl+C");
        screen.WriteLine();
    }
}
