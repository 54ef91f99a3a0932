using Lysekil.Publishing.Tests.Architecture.Sample.Storey.Windows;

namespace Lysekil.Publishing.Tests.Architecture.Sample.Storey.Walls;

/// <summary>One of three namespaces that use each other in a circle.</summary>
internal sealed class Wall
{
    public static string Text(object other) => other is Window ? "Wall" : "";
}
