namespace Lysekil.Local.Export;

/// <summary>What an export has done.</summary>
/// <param name="Files">All files of the site.</param>
/// <param name="Written">The files that were new or had changed.</param>
/// <param name="Removed">Files of an earlier export that the site no longer has.</param>
/// <param name="Skipped">Blobs whose names cannot be files.</param>
internal sealed record ExportReport(int Files, int Written, int Removed, IReadOnlyList<string> Skipped);
