using System.Diagnostics;

namespace Lysekil.Publishing.Telemetry;

/// <summary>
/// The spans of the engine's work. A message carries the context of who sent it as <c>traceparent</c> (W3C Trace Context;
/// CloudEvents names the same attribute in its "Distributed Tracing" extension), so an event, its publish and every refresh
/// that follows are one trace. Alarms carry none, since their trace would last for days; nor do the slices of a rebuild,
/// which would be one trace of the whole site.
/// </summary>
public static class PublishingTrace
{
    /// <summary>The activity source's name. Whoever hosts the engine listens to it.</summary>
    public const string Name = PublishingMeter.Name;

    /// <summary>A message's property that names its sender's span.</summary>
    public const string Property = "traceparent";

    private static readonly ActivitySource _source = new(Name);

    /// <summary>What a message that is sent now carries; <c>null</c> where nobody listens.</summary>
    public static string? Current => Activity.Current is { } span && span.Source == _source ? span.Id : null;

    /// <summary>Begins the span of a part of what is under way, or of what no message asked for; <c>null</c> where nobody listens.</summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => _source.StartActivity(name, kind);

    /// <summary>Begins the span of what a message asked for; <c>null</c> where nobody listens.</summary>
    /// <param name="name">The kind of work; what it is about is a tag.</param>
    /// <param name="sender">The message's context; where it has none, the span belongs to the invocation that is under way.</param>
    internal static Activity? Handle(string name, string? sender) => ActivityContext.TryParse(sender, null, isRemote: true, out var context)
        ? _source.StartActivity(name, ActivityKind.Consumer, context, links: Activity.Current is { } invocation ? [new(invocation.Context)] : null)
        : _source.StartActivity(name, ActivityKind.Consumer);

    /// <summary>Says of a span that it ended with a fault, which the caller throws on.</summary>
    internal static void Fail(this Activity? span, Exception fault)
    {
        span?.AddException(fault);
        span?.SetStatus(ActivityStatusCode.Error, fault.Message);
    }
}
