using Lysekil.Publishing.Tests.Architecture.Sample.Roof;

namespace Lysekil.Publishing.Tests.Architecture.Sample.Foundation;

/// <summary>Refers against the order, and only by this cref: <see cref="Tile"/>.</summary>
internal sealed record Measure(int Length);
