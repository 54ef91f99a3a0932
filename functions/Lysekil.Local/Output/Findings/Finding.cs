using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Local.Output.Findings;

/// <summary>A diagnostic and the file that it is about.</summary>
internal sealed record Finding(SourcePath Path, Diagnostic Diagnostic);
