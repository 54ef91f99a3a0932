using Lysekil.Local.Mirror;
using Lysekil.Publishing.Index;

namespace Lysekil.Local.Sessions;

/// <summary>The result of a session of <c>once</c>.</summary>
/// <param name="Files">Files in the folder.</param>
/// <param name="Refused">Files whose names no blob can have; the others are among the diagnosed.</param>
/// <param name="Published">Files that are live.</param>
/// <param name="Waiting">Drafts and scheduled articles.</param>
/// <param name="Diagnosed">Files that are refused, and files with warnings.</param>
internal sealed record OnceResult(
    int Files,
    IReadOnlyList<RefusedFile> Refused,
    int Published,
    int Waiting,
    IReadOnlyList<DiagnosedSource> Diagnosed);
