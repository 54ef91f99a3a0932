using System.Text;
using System.Text.RegularExpressions;
using CliWrap;

namespace Lysekil.Local.Tests.Output;

/// <summary>The real program, on a terminal of <c>script</c> and elsewhere.</summary>
public sealed partial class ScreenTests : IDisposable
{
    private const string Red = "\u001b[38;5;9m";
    private const string Yellow = "\u001b[38;5;11m";

    private readonly TemporaryFolder _content = new();

    public ScreenTests()
    {
        _content.Write("artiklar/2019-10-19-varnad.md", "---\nokänd: ja\n---\n# Varnad\n\nText.\n");
        _content.Write("artiklar/2019-10-20-trasig.md", "---\ntitle: Trasig\ndate: i höstas\n---\n\nText.\n");
    }

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task On_a_terminal_what_is_refused_is_red_and_what_is_warned_of_yellow()
    {
        var output = await CheckAsync(isTerminal: true, noColor: null);

        Assert.Contains(Red + "artiklar/2019-10-20-trasig.md:3", output, StringComparison.Ordinal);
        Assert.Contains(Yellow + "artiklar/2019-10-19-varnad.md:2", output, StringComparison.Ordinal);
    }

    /// <summary>no-color.org; and a file or a program gets text alone, whatever the terminal is.</summary>
    [Theory]
    [InlineData(true, "1")]
    [InlineData(false, null)]
    public async Task Elsewhere_and_where_no_colours_are_asked_for_there_are_none(bool isTerminal, string? noColor)
    {
        var output = await CheckAsync(isTerminal, noColor);

        Assert.Contains("artiklar/2019-10-20-trasig.md:3", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(Colour(), output);
    }

    /// <summary>The terminal wraps them itself, and keeps an address whole, to be followed and copied.</summary>
    [Fact]
    public async Task On_a_narrow_terminal_lines_are_not_broken()
    {
        var name = $"artiklar/2019-10-21-{new string('a', 60)}.md";
        _content.Write(name, "---\ntitle: Trasig\ndate: i höstas\n---\n\nText.\n");

        var output = await CheckAsync(isTerminal: true, noColor: "1", "stty cols 40; ");

        Assert.Contains($"{name}:3  Inställningen date har ett värde som", output, StringComparison.Ordinal);
    }

    /// <summary>Select Graphic Rendition (ECMA-48, section 8.3.117); .NET writes other sequences itself.</summary>
    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();

    private async Task<string> CheckAsync(bool isTerminal, string? noColor, string before = "")
    {
        var output = new StringBuilder();
        string[] check = ["dotnet", typeof(RunnerException).Assembly.Location, "check", _content.FullPath];
        string[] run = !isTerminal ? check
            : OperatingSystem.IsMacOS() ? ["script", "-q", "/dev/null", "sh", "-c", before + string.Join(' ', check)]
            : ["script", "-qec", before + string.Join(' ', check), "/dev/null"];
        await Cli.Wrap(run[0])
            .WithArguments(run[1..])
            .WithEnvironmentVariables(v => v
                .Set("TERM", "xterm-256color")
                .Set("COLORTERM", null)
                .Set("NO_COLOR", noColor)
                .Set("GITHUB_ACTIONS", "true"))
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output, Encoding.UTF8))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync();
        return output.ToString();
    }
}
