using Lysekil.Publishing.Storage;

namespace Lysekil.Desk.History;

/// <summary>A version of a file, as a list shows it.</summary>
/// <param name="Id">Names the version for <see cref="IVersionHistory.ReadAsync"/>; opaque.</param>
/// <param name="Saved">When it was saved.</param>
/// <param name="Account">The account that saved it at the desk; <c>null</c> if it came by another way.</param>
/// <param name="ETag">The version's tag; <c>null</c> if it is not known.</param>
public sealed record FileVersion(string Id, DateTimeOffset Saved, string? Account, ETag? ETag);

/// <summary>What the desk knows of a version that it saved.</summary>
/// <param name="ETag">The version's tag.</param>
/// <param name="Saved">When it was saved.</param>
/// <param name="Account">The name of the account that saved it.</param>
public sealed record SavedVersion(ETag ETag, DateTimeOffset Saved, string Account);
