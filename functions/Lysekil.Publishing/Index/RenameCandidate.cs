using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>A source that came with a content, or last was live with it.</summary>
/// <param name="Path">Which source.</param>
/// <param name="Created">When it came to be.</param>
/// <param name="IsGone">
/// Whether it is gone, and waits for an heir. Otherwise it is there, and may yet turn out to be the heir of an older one.
/// </param>
public readonly record struct RenameCandidate(SourcePath Path, DateTimeOffset Created, bool IsGone);
