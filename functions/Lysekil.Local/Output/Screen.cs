using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Lysekil.Local.Output;

/// <summary>The runner's output: in colour on a terminal, in plain lines elsewhere. Thread safe.</summary>
internal sealed class Screen(IAnsiConsole console, TimeProvider clock)
{
    private readonly Lock _writing = new();

    public IAnsiConsole Console => console;

    /// <summary>True if the output goes to a terminal, not to a file or another program.</summary>
    public bool IsTerminal => console.Profile.Out.IsTerminal;

    /// <summary>The process's standard output.</summary>
    public static Screen OfProcess(TimeProvider clock)
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var isTerminal = !System.Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(System.Console.Out),
            // Otherwise the variable TERM alone decides, and that of a CI service, even if the output goes to a file.
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!isTerminal)
        {
            // A file has no width, and programs read whole lines.
            console.Profile.Width = 4096;
        }

        return new Screen(console, clock);
    }

    /// <summary>Writes a line of Spectre markup, with its interpolated values escaped.</summary>
    public void WriteLine(FormattableString markup)
    {
        lock (_writing)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);
        }
    }

    public void WriteLine() => WriteLine($"");

    /// <summary>Writes an event and the lines that belong to it, with no other line between them.</summary>
    public void WriteEvent(FormattableString markup, IEnumerable<FormattableString> details)
    {
        lock (_writing)
        {
            WriteEvent(markup);
            foreach (var detail in details)
            {
                WriteLine(detail);
            }
        }
    }

    /// <summary>Writes a line with the local time of day before it.</summary>
    public void WriteEvent(FormattableString markup)
    {
        lock (_writing)
        {
            console.MarkupInterpolated(CultureInfo.InvariantCulture, $"[dim]{clock.GetLocalNow():HH:mm:ss}[/]  ");
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);
        }
    }

    /// <summary>Writes text for a program: without colour, and without breaking lines.</summary>
    public void WriteUnformatted(string text)
    {
        lock (_writing)
        {
            console.Profile.Out.Writer.Write(text);
            console.Profile.Out.Writer.Write('\n');
            console.Profile.Out.Writer.Flush();
        }
    }

    /// <summary>Writes a problem and its remedy.</summary>
    public void WriteProblem(string problem, string? remedy)
    {
        WriteLine($"[red]{problem}[/]");
        if (remedy is not null)
        {
            WriteLine($"  → {remedy}");
        }
    }
}
