namespace Lysekil.Local.Sessions;

/// <summary>The progress of a session of <c>once</c>.</summary>
/// <param name="Files">Files in the folder.</param>
/// <param name="Processed">Files that have been published or refused.</param>
/// <param name="Pages">Pages that were written.</param>
/// <param name="Waiting">Messages that ask for pages to be refreshed.</param>
internal sealed record OnceProgress(int Files, int Processed, int Pages, int Waiting);
