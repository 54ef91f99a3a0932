using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Pages;

namespace Lysekil.Convergence.Defects;

/// <summary>Which page a stale row is of.</summary>
internal static class StaleRows
{
    /// <summary>The page, or <c>null</c> where the key is no stale page's. Good for the plain names of the histories' pages.</summary>
    public static PageKey? PageOf(string key) => key.StartsWith(ArchiveKeys.StalePages, StringComparison.Ordinal)
        ? PageKey.Parse(key[ArchiveKeys.StalePages.Length..].Replace("~003A", ":", StringComparison.Ordinal).Replace('|', '/'))
        : null;

    public static bool IsPage(string key) => key.StartsWith(ArchiveKeys.StalePages, StringComparison.Ordinal);
}
