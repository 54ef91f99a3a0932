using Lysekil.Publishing.Contents.Values;
using Microsoft.Extensions.Logging;

namespace Lysekil.Functions;

/// <summary>
/// Creates the logs of the app. Names of files and other values come from anyone who can name a blob or send a message,
/// so that characters that control a terminal or begin a line are replaced in all that is logged, wherever it goes.
/// </summary>
/// <param name="inner">Creates the logs that write.</param>
internal sealed class PrintableLogs(ILoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new PrintableLog(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        // The services own the inner factory.
    }

    private sealed class PrintableLog(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var fault = exception is null ? null : PrintableFault.Of(exception);
            if (state is IReadOnlyList<KeyValuePair<string, object?>> values && values.Any(v => !IsPrintable(v.Value)))
            {
                inner.Log(logLevel, eventId, Printable(values), fault, (_, _) => Text(state, exception));
            }
            else
            {
                inner.Log(logLevel, eventId, state, fault, (_, _) => Text(state, exception));
            }

            string Text(TState written, Exception? thrown) => PrintableText.Of(formatter(written, thrown));
        }

        private static List<KeyValuePair<string, object?>> Printable(
            IEnumerable<KeyValuePair<string, object?>> values) =>
        [
            .. values.Select(v => IsPrintable(v.Value) ? v : new(v.Key, PrintableText.Of($"{v.Value}"))),
        ];

        private static bool IsPrintable(object? value) =>
            value is null or ValueType || $"{value}" is var text && PrintableText.Of(text) == text;
    }

    /// <summary>An exception as it may be logged: the texts of another one that has such characters.</summary>
    private sealed class PrintableFault(Exception fault)
        : Exception(PrintableText.OfLines(fault.Message), fault.InnerException is { } inner ? Of(inner) : null)
    {
        public override string? StackTrace => fault.StackTrace;

        /// <summary>The exception itself if all of its texts are printable.</summary>
        public static Exception Of(Exception fault)
        {
            var text = fault.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
            return PrintableText.OfLines(text) == text ? fault : new PrintableFault(fault);
        }

        public override string ToString() => PrintableText.OfLines(fault.ToString());
    }
}
