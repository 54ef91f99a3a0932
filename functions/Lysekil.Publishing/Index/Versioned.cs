using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>Something read from a row, and the version of the row that it was read from.</summary>
public sealed record Versioned<T>(T Value, ETag ETag);
