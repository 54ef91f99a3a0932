namespace Lysekil.Local.Mirror;

/// <summary>What one synchronization has changed.</summary>
/// <param name="Uploaded">Names of the blobs that were written.</param>
/// <param name="Deleted">Names of the blobs that were removed.</param>
internal sealed record MirrorReport(IReadOnlyList<string> Uploaded, IReadOnlyList<string> Deleted);
