namespace Lysekil.Local.Sessions;

/// <summary>How far publishing a folder once has come.</summary>
/// <param name="Files">Files in the folder.</param>
/// <param name="Processed">Those that have been published or refused.</param>
/// <param name="Pages">Pages written.</param>
/// <param name="Waiting">Messages that ask for pages to be refreshed.</param>
internal sealed record OnceProgress(int Files, int Processed, int Pages, int Waiting);
