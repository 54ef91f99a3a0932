using Lysekil.Publishing.Tests.Architecture.Sample.Storey.Doors;

namespace Lysekil.Publishing.Tests.Architecture.Sample.Storey.Windows;

/// <summary>One of three namespaces that use each other in a circle.</summary>
internal sealed class Window
{
    public static string Text(object other) => other is Door ? "Window" : "";
}
