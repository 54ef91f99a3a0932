using Microsoft.Extensions.Logging;

namespace Lysekil.Functions.Tests;

/// <summary>The invocation that the worker finds in the scopes of a log line.</summary>
public sealed class InvocationLogTests
{
    [Fact]
    public void A_log_line_of_a_function_names_its_invocation()
    {
        using var worker = new WorkerLike();
        using var logs = new LoggerFactory([worker]);
        var engine = logs.CreateLogger("Lysekil.Publishing.Publication.Publisher");

        using (logs.CreateLogger("any").BeginInvocation("4711"))
        {
            engine.LogInformation("Published");
        }

        engine.LogInformation("Stopped");

        Assert.Equal([("Published", "4711"), ("Stopped", "")], worker.Lines);
    }

    /// <summary>Reads a line's invocation from the scopes, as GrpcFunctionsHostLogWriter of the worker does.</summary>
    private sealed class WorkerLike : ILoggerProvider, ISupportExternalScope, ILogger
    {
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public List<(string Line, string Invocation)> Lines { get; } = [];

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => _scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var invocation = new List<string>();
            _scopes.ForEachScope(
                (scope, found) =>
                {
                    if (scope is IEnumerable<KeyValuePair<string, object>> properties)
                    {
                        found.AddRange(
                            properties.Where(p => p.Key == "AzureFunctions_InvocationId").Select(p => $"{p.Value}"));
                    }
                },
                invocation);
            Lines.Add((formatter(state, exception), string.Concat(invocation)));
        }

        public void Dispose()
        {
        }
    }
}
