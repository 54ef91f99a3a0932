using Microsoft.Extensions.Logging;

namespace Lysekil.Functions;

/// <summary>
/// Names the invocation to what is logged while it runs. The host shows no line that names none, and the worker's own scope
/// has it under a name that the worker's way to the host does not read, once OpenTelemetry is set up: issue 3489 of
/// Azure/azure-functions-dotnet-worker, open with 2.52. What goes to Application Insights is not touched.
/// </summary>
internal static class InvocationLog
{
    /// <summary>What the worker looks for in the scopes of a line.</summary>
    private const string Invocation = "AzureFunctions_InvocationId";

    /// <summary>Until disposed, what is logged belongs to the invocation of this id.</summary>
    public static IDisposable? BeginInvocation(this ILogger log, string id) =>
        log.BeginScope<IEnumerable<KeyValuePair<string, object>>>([KeyValuePair.Create<string, object>(Invocation, id)]);
}
