namespace Lysekil.Publishing.Tests.Architecture;

/// <summary>One use of a type or namespace by a type or source file.</summary>
/// <param name="From">Full name of the type, or path of the source file, that refers.</param>
/// <param name="FromNamespace">Namespace of <paramref name="From"/>.</param>
/// <param name="To">Full name of the type, or the namespace, that is referred to.</param>
/// <param name="ToNamespace">Namespace of <paramref name="To"/>.</param>
internal sealed record Reference(string From, string FromNamespace, string To, string ToNamespace)
{
    public override string ToString() => $"{From} refers to {To}";
}
