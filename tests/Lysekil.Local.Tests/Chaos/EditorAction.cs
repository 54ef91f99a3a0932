namespace Lysekil.Local.Tests.Chaos;

/// <summary>What an editor does to a source.</summary>
/// <param name="Path">Which source.</param>
/// <param name="Content">What is uploaded; <c>null</c>: it is deleted.</param>
internal sealed record EditorAction(string Path, byte[]? Content);
