using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>Content to be kept once its source is accepted.</summary>
/// <param name="Hash">Its name.</param>
/// <param name="Bytes"><c>null</c> where it is too large to hold, and is read from the source again.</param>
public sealed record AcceptedContent(ContentHash Hash, ReadOnlyMemory<byte>? Bytes);
