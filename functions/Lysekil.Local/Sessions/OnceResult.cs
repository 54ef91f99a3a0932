using Lysekil.Publishing.Status;

namespace Lysekil.Local.Sessions;

/// <summary>What came of publishing a folder once.</summary>
/// <param name="Files">Files in the folder.</param>
/// <param name="Published">Those that are live.</param>
/// <param name="Waiting">Drafts, and articles whose time has not come.</param>
/// <param name="Status">How the site stands at the end: nothing is owed.</param>
internal sealed record OnceResult(int Files, int Published, int Waiting, StatusReport Status);
