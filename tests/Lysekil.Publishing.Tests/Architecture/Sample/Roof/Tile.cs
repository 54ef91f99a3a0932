using Lysekil.Publishing.Tests.Architecture.Sample.Storey.Walls;

namespace Lysekil.Publishing.Tests.Architecture.Sample.Roof;

/// <summary>Refers to the layer below, as it may.</summary>
internal sealed record Tile(Wall Wall);
