using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Lysekil.Local.Output;

/// <summary>Where the runner speaks: in colour on a terminal, in plain lines elsewhere. Safe to share between threads.</summary>
internal sealed class Screen(IAnsiConsole console, TimeProvider clock)
{
    private readonly Lock _writing = new();

    public IAnsiConsole Console => console;

    /// <summary>Whether a person watches, rather than a file or another program.</summary>
    public bool IsTerminal => console.Profile.Out.IsTerminal;

    /// <summary>The process's standard output.</summary>
    public static Screen OfProcess(TimeProvider clock)
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Out) });
        if (!console.Profile.Out.IsTerminal)
        {
            // A file has no width, and programs read lines.
            console.Profile.Width = 4096;
        }

        return new Screen(console, clock);
    }

    /// <summary>A line of Spectre markup, its interpolated values escaped.</summary>
    public void WriteLine(FormattableString markup)
    {
        lock (_writing)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);
        }
    }

    public void WriteLine() => WriteLine($"");

    /// <summary>Lines that belong together, below one about something that just happened.</summary>
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

    /// <summary>A line about something that just happened, with the local time of day.</summary>
    public void WriteEvent(FormattableString markup)
    {
        lock (_writing)
        {
            console.MarkupInterpolated(CultureInfo.InvariantCulture, $"[dim]{clock.GetLocalNow():HH:mm:ss}[/]  ");
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, markup);
        }
    }

    /// <summary>Why something cannot be done, and what to do about it.</summary>
    public void WriteProblem(string problem, string? remedy)
    {
        WriteLine($"[red]{problem}[/]");
        if (remedy is not null)
        {
            WriteLine($"  → {remedy}");
        }
    }
}
