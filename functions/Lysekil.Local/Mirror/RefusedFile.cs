using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Mirror;

/// <summary>A file that no blob can stand for, because of its name.</summary>
/// <param name="Path">Its path below the folder, as far as it can be read; a folder ends in a slash.</param>
/// <param name="Diagnostic">What its editor is told.</param>
internal sealed record RefusedFile(SourcePath Path, Diagnostic Diagnostic);
