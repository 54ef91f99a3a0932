using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Lysekil.Infrastructure.Tests;

/// <summary>The app's functions, as its assembly declares them.</summary>
internal static class Triggers
{
    private static readonly MethodInfo[] FunctionMethods =
        [.. Assembly.Load("Lysekil.Functions").GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FunctionAttribute)))];

    public static IReadOnlyList<string> Functions { get; } = [.. FunctionMethods.Select(Name)];

    /// <summary>The connection setting of each queue that triggers a function, by the queue's name.</summary>
    public static IReadOnlyDictionary<string, string> Queues { get; } =
        All<QueueTriggerAttribute>().ToDictionary(found => found.Trigger.QueueName, found => found.Trigger.Connection!);

    /// <summary>The schedule of each function that a timer triggers, by the function's name.</summary>
    public static IReadOnlyDictionary<string, string> Timers { get; } =
        All<TimerTriggerAttribute>().ToDictionary(found => found.Function, found => found.Trigger.Schedule);

    private static string Name(MethodInfo function) => function.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static IEnumerable<(string Function, TTrigger Trigger)> All<TTrigger>()
        where TTrigger : Attribute =>
        FunctionMethods.SelectMany(
            function => function.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes<TTrigger>()),
            (function, trigger) => (Name(function), trigger));
}
