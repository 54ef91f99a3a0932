using Lysekil.Publishing.Storage;

namespace Lysekil.Local.Relay;

/// <summary>What two looks at the content container show of one blob.</summary>
/// <param name="Name">The blob.</param>
/// <param name="Now">The version that is there; <c>null</c> when it is gone.</param>
internal sealed record ContentChange(string Name, BlobProperties? Now);
