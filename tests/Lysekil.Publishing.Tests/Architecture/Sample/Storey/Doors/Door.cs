using Lysekil.Publishing.Tests.Architecture.Sample.Storey.Walls;

namespace Lysekil.Publishing.Tests.Architecture.Sample.Storey.Doors;

/// <summary>One of three namespaces that use each other in a circle.</summary>
internal sealed class Door
{
    public static string Text(object other) => other is Wall ? "Door" : "";
}
