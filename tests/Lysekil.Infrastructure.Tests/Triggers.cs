using System.Reflection;

namespace Lysekil.Infrastructure.Tests;

/// <summary>
/// The app's functions as its assembly declares them. Read by the attributes' names: which assembly defines them depends
/// on whether the worker's packages were there to build with.
/// </summary>
internal static class Triggers
{
    private static readonly IEnumerable<MethodInfo> _methods =
        Assembly.Load("Lysekil.Functions").GetTypes().SelectMany(type => type.GetMethods());

    public static IReadOnlyList<string> Functions { get; } =
        [.. _methods.SelectMany(method => Named(method, "FunctionAttribute")).Select(First)];

    /// <summary>Queue by queue, the connection that it is reached by.</summary>
    public static IReadOnlyDictionary<string, string> Queues { get; } = _methods
        .SelectMany(method => method.GetParameters())
        .SelectMany(parameter => Named(parameter, "QueueTriggerAttribute"))
        .ToDictionary(First, Connection);

    /// <summary>Timer by timer of the functions that have one, when it goes off.</summary>
    public static IReadOnlyDictionary<string, string> Timers { get; } = _methods
        .SelectMany(method => method.GetParameters())
        .SelectMany(parameter => Named(parameter, "TimerTriggerAttribute"), (parameter, timer) => (parameter.Member, timer))
        .ToDictionary(found => First(Named((MethodInfo)found.Member, "FunctionAttribute").Single()), found => First(found.timer));

    private static string First(CustomAttributeData attribute) => (string)attribute.ConstructorArguments[0].Value!;

    private static string Connection(CustomAttributeData trigger) =>
        (string)trigger.NamedArguments.Single(argument => argument.MemberName == nameof(Connection)).TypedValue.Value!;

    private static IEnumerable<CustomAttributeData> Named(MethodInfo method, string name) =>
        method.CustomAttributes.Where(attribute => attribute.AttributeType.Name == name);

    private static IEnumerable<CustomAttributeData> Named(ParameterInfo parameter, string name) =>
        parameter.CustomAttributes.Where(attribute => attribute.AttributeType.Name == name);
}
