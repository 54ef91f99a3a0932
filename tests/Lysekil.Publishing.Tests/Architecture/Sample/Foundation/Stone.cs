using Lysekil.Publishing.Tests.Architecture.Sample.Roof;

namespace Lysekil.Publishing.Tests.Architecture.Sample.Foundation;

/// <summary>Refers against the order, and only as a type argument within another.</summary>
internal sealed class Stone
{
    public static int Count(IReadOnlyDictionary<string, List<Tile>> tiles) => tiles.Count;
}
