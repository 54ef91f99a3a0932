using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Functions.Tests.Bindings;

/// <summary>The app's functions, as its assembly declares them.</summary>
internal static class AppFunctions
{
    public static IReadOnlyDictionary<string, MethodInfo> All { get; } = typeof(PublishContent).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.IsDefined(typeof(FunctionAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, QueueTriggerAttribute> Queues { get; } =
        Triggers<QueueTriggerAttribute>();

    public static IReadOnlyDictionary<string, TimerTriggerAttribute> Timers { get; } =
        Triggers<TimerTriggerAttribute>();

    private static Dictionary<string, TTrigger> Triggers<TTrigger>()
        where TTrigger : Attribute =>
        All.SelectMany(function => function.Value.GetParameters()
                .SelectMany(parameter => parameter.GetCustomAttributes<TTrigger>())
                .Select(trigger => (function.Key, trigger)))
            .ToDictionary(found => found.Key, found => found.trigger, StringComparer.Ordinal);
}
