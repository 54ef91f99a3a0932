using Lysekil.Local.Mirror;
using Lysekil.Publishing.Engine;

namespace Lysekil.Local.Sessions;

/// <summary>The result of a session of <c>once</c>.</summary>
/// <param name="Files">Files in the folder.</param>
/// <param name="Refused">Files whose names no blob can have; the status has the other refusals.</param>
/// <param name="Published">Files that are live.</param>
/// <param name="Waiting">Drafts and scheduled articles.</param>
/// <param name="Status">The status at the end: no page is stale, no outbox entry is left.</param>
internal sealed record OnceResult(
    int Files, IReadOnlyList<RefusedFile> Refused, int Published, int Waiting, StatusReport Status);
