using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>What was read from a row, and the version of the row.</summary>
public sealed record Versioned<T>(T Value, ETag ETag);
