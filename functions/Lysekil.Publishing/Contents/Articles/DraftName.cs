using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Names of files and folders that say that a text is a draft, as Jekyll, Hexo, Obsidian and editors use them.
/// </summary>
internal static class DraftName
{
    /// <summary>Tells the editor that the file is a draft; <c>null</c> where its name does not make it one.</summary>
    public static Diagnostic? RemarkOn(SourcePath path)
    {
        var rest = path.Value.AsSpan();
        while (rest.IndexOf('/') is >= 0 and var slash)
        {
            if (IsDraftFolder(rest[..slash]))
            {
                return DiagnosticCatalog.DraftByFolder(rest[..slash].ToString());
            }

            rest = rest[(slash + 1)..];
        }

        if (rest.StartsWith('_'))
        {
            return DiagnosticCatalog.DraftByFileName("_");
        }

        var name = Path.GetFileNameWithoutExtension(rest);
        var suffix = Path.GetExtension(name);
        return IsDraft(suffix.TrimStart('.')) ? DiagnosticCatalog.DraftByFileName(suffix.ToString()) : null;
    }

    /// <summary>
    /// A folder whose name begins with a dot is a program's own: Obsidian's <c>.trash</c> holds deleted notes.
    /// </summary>
    private static bool IsDraftFolder(ReadOnlySpan<char> name) => name.StartsWith('.') || IsDraft(name.TrimStart('_'));

    private static bool IsDraft(ReadOnlySpan<char> name) =>
        name.Equals("utkast", StringComparison.OrdinalIgnoreCase)
        || name.Equals("draft", StringComparison.OrdinalIgnoreCase)
        || name.Equals("drafts", StringComparison.OrdinalIgnoreCase);
}
