using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Tests.Chaos;

/// <summary>What lies in the content container under a name.</summary>
/// <param name="Version">Which version.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SourceBlob(ETag Version, byte[] Content);
