using Lysekil.Local.Mirror;
using Lysekil.Publishing.Engine;

namespace Lysekil.Local.Sessions;

/// <summary>What came of publishing a folder once.</summary>
/// <param name="Files">Files in the folder.</param>
/// <param name="Refused">Those that no blob can stand for; the other rejections are the site's to tell.</param>
/// <param name="Published">Those that are live.</param>
/// <param name="Waiting">Drafts, and articles whose time has not come.</param>
/// <param name="Status">How the site stands at the end: nothing is owed.</param>
internal sealed record OnceResult(
    int Files, IReadOnlyList<RefusedFile> Refused, int Published, int Waiting, StatusReport Status);
