using System.Text;
using Lysekil.Local.Commands;
using Lysekil.Local.Output;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace Lysekil.Local.Tests.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly TemporaryFolder _content = new();

    /// <summary>Half an hour into the next day in Sweden.</summary>
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 3, 22, 30, 0, TimeSpan.Zero));

    public void Dispose() => _content.Dispose();

    [Theory]
    [InlineData("Kajen byggs", "kajen-byggs")]
    [InlineData("\"Nej\": kajen & bryggan #1", "nej-kajen-bryggan-1")]
    [InlineData("Ja", "ja")]
    [InlineData("- 10 %", "10")]
    public async Task A_new_article_is_a_draft_of_today_with_its_title_and_no_remark(string title, string slug)
    {
        Assert.Equal(0, await RunAsync("new", title, "--content", _content.FullPath));

        var name = $"artiklar/2026-05-04-{slug}.md";
        Assert.Equal([name], _content.Files);
        var reading = ManuscriptReader.Read(
            new SourcePath(name),
            await File.ReadAllBytesAsync(Path.Combine(_content.FullPath, name)),
            _clock.GetUtcNow(),
            SiteSettings.Default.Region);
        Assert.Empty(reading.Diagnostics);
        Assert.Equal((title, true), (reading.Manuscript!.Title, reading.Manuscript.IsDraft));
    }

    [Fact]
    public async Task A_standing_page_has_no_date()
    {
        Assert.Equal(0, await RunAsync("new", "Om oss", "--page", "--content", _content.FullPath));

        Assert.Equal(["sidor/om-oss.md"], _content.Files);
    }

    [Fact]
    public async Task A_file_that_is_there_stays_as_it_is()
    {
        var path = _content.Write("artiklar/2026-05-04-kajen.md", "Min text.");

        Assert.Equal(1, await RunAsync("new", "Kajen", "--content", _content.FullPath));

        Assert.Equal("Min text.", await File.ReadAllTextAsync(path, Encoding.UTF8));
    }

    [Fact]
    public async Task A_title_without_letters_is_refused()
    {
        Assert.Equal(1, await RunAsync("new", "!?", "--content", _content.FullPath));

        Assert.Empty(_content.Files);
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) });
        return new CommandLine(new Screen(console, _clock), _clock).Build().Parse(arguments).InvokeAsync();
    }
}
