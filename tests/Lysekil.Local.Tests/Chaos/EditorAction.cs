namespace Lysekil.Local.Tests.Chaos;

/// <summary>An upload or a deletion by an editor.</summary>
/// <param name="Path">The source.</param>
/// <param name="Content">The uploaded bytes; <c>null</c> for a deletion.</param>
internal sealed record EditorAction(string Path, byte[]? Content);
