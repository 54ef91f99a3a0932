using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Relay;

/// <summary>A difference of one blob between two listings of the content container.</summary>
/// <param name="Name">The blob's name.</param>
/// <param name="Now">The new version; <c>null</c> if the blob was deleted.</param>
internal sealed record ContentChange(string Name, BlobProperties? Now);
