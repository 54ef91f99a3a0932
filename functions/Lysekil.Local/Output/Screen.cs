using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Lysekil.Publishing.Contents.Values;
using Spectre.Console;

namespace Lysekil.Local.Output;

/// <summary>
/// The runner's output: in colour on a terminal, in plain lines elsewhere. Characters that control a terminal are
/// replaced in all values. Thread safe.
/// </summary>
/// <param name="console">Gets the lines.</param>
/// <param name="clock">Gives the time.</param>
/// <param name="bars">Shows bars of progress; <c>null</c>: <paramref name="console"/>.</param>
/// <param name="errors">Gets what tells that work goes on; <c>null</c>: nothing does.</param>
internal sealed class Screen(
    IAnsiConsole console, TimeProvider clock, IAnsiConsole? bars = null, TextWriter? errors = null)
{
    // Lines are not broken: a terminal that wraps them itself keeps an address whole, to be followed and copied.
    private const int Unbroken = 4096;

    private readonly Lock _writing = new();
    private long _written = clock.GetTimestamp();

    /// <summary>Shows bars of progress, as wide as the terminal.</summary>
    public IAnsiConsole Bars => bars ?? console;

    /// <summary>The time since the last line.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(Volatile.Read(ref _written));

    /// <summary>True if the output goes to a terminal, not to a file or another program.</summary>
    public bool IsTerminal => console.Profile.Out.IsTerminal;

    /// <summary>The process's standard output.</summary>
    public static Screen OfProcess(TimeProvider clock)
    {
        System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var console = CreateConsole();
        console.Profile.Width = Unbroken;
        return new Screen(console, clock, CreateConsole(), System.Console.Error);
    }

    /// <summary>Writes a line of Spectre markup, with its interpolated values escaped.</summary>
    public void WriteLine(FormattableString markup)
    {
        lock (_writing)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, Printable(markup));
            Volatile.Write(ref _written, clock.GetTimestamp());
        }
    }

    public void WriteLine() => WriteLine($"");

    /// <summary>
    /// Tells that work goes on: beside the output, for a file or a program that gets it is to have results alone.
    /// </summary>
    public void WriteProgress(string text)
    {
        lock (_writing)
        {
            errors?.WriteLine(PrintableText.Of(text));
            Volatile.Write(ref _written, clock.GetTimestamp());
        }
    }

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
            WriteLine(markup);
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

    /// <summary>Writes a problem, which may be what another program has printed, and its remedy.</summary>
    public void WriteProblem(string problem, string? remedy)
    {
        foreach (var line in problem.Split('\n'))
        {
            WriteLine($"[red]{line.TrimEnd('\r')}[/]");
        }

        if (remedy is not null)
        {
            WriteLine($"  → {remedy}");
        }
    }

    private static IAnsiConsole CreateConsole()
    {
        var isTerminal = !System.Console.IsOutputRedirected;
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(System.Console.Out),
            // Otherwise the variable TERM alone decides, and that of a CI service, even if the output goes to a file.
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
    }

    /// <summary>The same line with printable values; numbers and times keep their formats.</summary>
    private static FormattableString Printable(FormattableString markup)
    {
        var values = markup.GetArguments().Select(
            value => value is IFormattable and not Uri ? value : PrintableText.Of(value?.ToString() ?? ""));
        return FormattableStringFactory.Create(markup.Format, [.. values]);
    }
}
