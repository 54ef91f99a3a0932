using System.Text.Json;
using Google.Protobuf;
using Lysekil.Functions.Tests.Host.Rpc;

namespace Lysekil.Functions.Tests.Host;

/// <summary>A function as the worker announces it, and the data of its trigger.</summary>
internal sealed class HostedFunction(RpcFunctionMetadata metadata)
{
    private readonly JsonElement _trigger = metadata.RawBindings
        .Select(binding => JsonDocument.Parse(binding).RootElement)
        .Single(binding => binding.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.Ordinal));

    public RpcFunctionMetadata Metadata => metadata;

    /// <summary>The queue that triggers the function; <c>null</c> if it has another trigger.</summary>
    public string? Queue => _trigger.TryGetProperty("queueName", out var queue) ? queue.GetString() : null;

    /// <summary>The route of the function; <c>null</c> if it has another trigger than HTTP.</summary>
    public string? Route => _trigger.TryGetProperty("route", out var route) ? route.GetString() : null;

    /// <summary>A queue's message, as the host's storage extension passes it: decoded.</summary>
    public ParameterBinding Message(string text, int dequeueCount, DateTimeOffset inserted) => Parameter(new()
    {
        ModelBindingData = new ModelBindingData
        {
            Version = "1.0",
            Source = "AzureStorageQueues",
            ContentType = "application/json",
            Content = ByteString.CopyFrom(JsonSerializer.SerializeToUtf8Bytes(new
            {
                MessageId = Guid.NewGuid(),
                PopReceipt = "receipt",
                MessageText = text,
                DequeueCount = dequeueCount,
                NextVisibleOn = inserted.AddMinutes(10),
                InsertedOn = inserted,
                ExpiresOn = inserted.AddDays(7),
            })),
        },
    });

    /// <summary>A timer's tick, on time.</summary>
    public ParameterBinding Tick() => Parameter(new()
    {
        Json = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""",
    });

    /// <summary>
    /// A request, as the host passes it to a worker with a server of its own: empty, since that server gets the request
    /// itself.
    /// </summary>
    public ParameterBinding Request() => Parameter(new() { Http = new() });

    private ParameterBinding Parameter(TypedData data) =>
        new() { Name = _trigger.GetProperty("name").GetString(), Data = data };
}
