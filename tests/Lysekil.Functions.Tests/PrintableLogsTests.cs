using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lysekil.Functions.Tests;

/// <summary>What a provider of logs gets, in an app that is registered as both function apps are.</summary>
public sealed class PrintableLogsTests : IDisposable
{
    private const string Name = "artiklar/x\u001b[31m\u2028\u2029\n2026 fail.md";
    private const string Printed = "artiklar/x<U+001B>[31m<U+2028><U+2029><U+000A>2026 fail.md";

    private readonly RememberingProvider _written = new();
    private readonly ServiceProvider _services;
    private readonly ILogger _log;

    public PrintableLogsTests()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_written));
        services.AddTelemetry(new ConfigurationBuilder().Build());
        _services = services.BuildServiceProvider();
        _log = _services.GetRequiredService<ILogger<PrintableLogsTests>>();
    }

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Characters_that_control_a_terminal_or_begin_a_line_are_replaced_in_messages_and_values()
    {
        _log.LogWarning("Refused {Source} on try {Try}", Name, 3);

        var (message, values, _) = Assert.Single(_written.Lines);
        Assert.Equal($"Refused {Printed} on try 3", message);
        Assert.Equal(Printed, values["Source"]);
        Assert.Equal(3, values["Try"]);
        Assert.Equal("Refused {Source} on try {Try}", values["{OriginalFormat}"]);
    }

    [Fact]
    public void They_are_replaced_in_messages_of_exceptions_whose_stack_traces_keep_their_lines()
    {
        var fault = Thrown(new InvalidOperationException($"No {Name}", new ArgumentException(Name)));

        _log.LogError(fault, "Gave up");

        var written = Assert.Single(_written.Lines).Fault!;
        Assert.DoesNotContain(written.ToString(), c => c != '\n' && (char.IsControl(c) || c is '\u2028' or '\u2029'));
        Assert.Contains("No artiklar/x<U+001B>[31m<U+2028><U+2029>", written.Message, StringComparison.Ordinal);
        Assert.Contains("<U+001B>", written.InnerException!.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), written.ToString(), StringComparison.Ordinal);
        Assert.Equal(fault.StackTrace, written.StackTrace);
    }

    [Fact]
    public void Everything_else_is_logged_as_it_is()
    {
        var fault = Thrown(new InvalidOperationException("Först\r\nsedan"));

        _log.LogError(fault, "Gave up {Work} at {Time}", "Åsa Öberg, 50 % 🙂", 7);

        var (message, values, written) = Assert.Single(_written.Lines);
        Assert.Equal("Gave up Åsa Öberg, 50 % 🙂 at 7", message);
        Assert.Equal("Åsa Öberg, 50 % 🙂", values["Work"]);
        Assert.Same(fault, written);
    }

    private static Exception Thrown(Exception fault)
    {
        try
        {
            throw fault;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }

    private sealed class RememberingProvider : ILoggerProvider, ILogger
    {
        public List<(string Message, Dictionary<string, object?> Values, Exception? Fault)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => Lines.Add((
                formatter(state, exception),
                ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary(),
                exception));

        public void Dispose()
        {
        }
    }
}
