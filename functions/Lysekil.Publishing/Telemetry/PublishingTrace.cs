using System.Diagnostics;

namespace Lysekil.Publishing.Telemetry;

/// <summary>
/// The spans of the engine's work. A message carries its sender's context as <c>traceparent</c> (W3C Trace Context;
/// CloudEvents names the same attribute in its "Distributed Tracing" extension), so an event, its publish and every
/// refresh that follows are one trace. Alarms carry none, since their trace would last for days; nor do the slices of a
/// rebuild, which would be one trace of the whole site.
/// </summary>
public static class PublishingTrace
{
    /// <summary>The activity source's name. The host exports its spans.</summary>
    public const string Name = PublishingMeter.Name;

    /// <summary>The property of a message that holds its sender's span.</summary>
    public const string Property = "traceparent";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>The context for a message that is sent now; <c>null</c> where no listener is registered.</summary>
    public static string? Current => Activity.Current is { } span && span.Source == Source ? span.Id : null;

    /// <summary>
    /// Begins the span of a part of the present work, or of work that no message asked for; <c>null</c> where no
    /// listener is registered.
    /// </summary>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) =>
        Source.StartActivity(name, kind);

    /// <summary>Begins the span of a message's work; <c>null</c> where no listener is registered.</summary>
    /// <param name="name">The kind of work; its subject is a tag.</param>
    /// <param name="sender">
    /// The message's context; where it has none, the span belongs to the invocation that is under way.
    /// </param>
    internal static Activity? Handle(string name, string? sender) =>
        ActivityContext.TryParse(sender, null, isRemote: true, out var context)
        ? Source.StartActivity(
            name,
            ActivityKind.Consumer,
            context,
            links: Activity.Current is { } invocation ? [new(invocation.Context)] : null)
        : Source.StartActivity(name, ActivityKind.Consumer);

    /// <summary>Marks a span as ended by a fault, which the caller throws on.</summary>
    internal static void Fail(this Activity? span, Exception fault)
    {
        span?.AddException(fault);
        span?.SetStatus(ActivityStatusCode.Error, fault.Message);
    }
}
