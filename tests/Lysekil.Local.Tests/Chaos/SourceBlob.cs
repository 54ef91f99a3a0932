using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>A blob of the content container.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SourceBlob(ETag Version, byte[] Content);
