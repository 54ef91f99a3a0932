using Microsoft.Extensions.Logging;

namespace Lysekil.Functions;

/// <summary>
/// Adds the invocation's id to the log lines of its function. The host shows only lines that name an invocation. With
/// OpenTelemetry, the worker's own scope names it differently from the worker's log writer for the host: issue 3489 of
/// Azure/azure-functions-dotnet-worker, open with 2.52. Application Insights receives the same lines either way.
/// </summary>
internal static class InvocationLog
{
    /// <summary>The name that the worker's log writer looks for in the scopes of a line.</summary>
    private const string Invocation = "AzureFunctions_InvocationId";

    /// <summary>Begins a scope whose log lines belong to the invocation of this id.</summary>
    public static IDisposable? BeginInvocation(this ILogger log, string id) =>
        log.BeginScope<IEnumerable<KeyValuePair<string, object>>>(
            [KeyValuePair.Create<string, object>(Invocation, id)]);
}
