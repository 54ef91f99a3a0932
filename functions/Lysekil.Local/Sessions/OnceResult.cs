using Lysekil.Publishing;

namespace Lysekil.Local.Sessions;

/// <summary>What came of publishing a folder once.</summary>
/// <param name="Files">Files in the folder.</param>
/// <param name="Status">How the site stands at the end: nothing is owed.</param>
internal sealed record OnceResult(int Files, StatusReport Status)
{
    /// <summary>Files that are live; drafts and scheduled articles are neither live nor refused.</summary>
    public int Published { get; init; }
}
