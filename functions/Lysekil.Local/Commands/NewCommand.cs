using System.CommandLine;
using System.Globalization;
using System.Text;
using Lysekil.Local.Output;
using Lysekil.Publishing.Contents.Values;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Commands;

/// <summary><c>new "Rubrik"</c>: the file of a new article, as a draft.</summary>
internal sealed class NewCommand(Screen screen, TimeProvider clock)
{
    private const string Body = "Ingressen: det viktigaste i en eller två meningar.\n\nTexten.\n";

    private static readonly Argument<string> Title = new("TITLE")
    {
        Description = "The article's title, between quotes.",
    };

    private static readonly Option<bool> IsPage = new("--page")
    {
        Description = "A standing page, without a date, in place of an article.",
    };

    public Command Build(GuardCommand guard)
    {
        var command = new Command("new", "Writes the file of a new article, as a draft; never over another file.")
        {
            Title, IsPage, SharedOptions.Content,
        };
        command.SetAction(guard(RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Repository.Content(parsed.GetValue(SharedOptions.Content));
        var title = parsed.GetRequiredValue(Title);
        var slug = Slug.From(title) ?? throw new RunnerException(
            "The title has no letter or digit.", "Write it between quotes: new \"Kajen byggs\"");
        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), folder.ReadTimeZone())
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = parsed.GetValue(IsPage) ? $"sidor/{slug}.md" : $"artiklar/{today}-{slug}.md";
        var path = Path.Combine(folder.FullPath, name);
        var text = new FrontMatterText().Add("title", title).AddDraft(true).Above(Body);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new RunnerException($"There is already a file {path}.", "Give the article another title.");
        }

        screen.WriteLine($"{path}");
        screen.WriteLine($"It is a draft until the line draft: true is removed.");
        return ExitCode.Success;
    }
}
