using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Names of files and folders that mark a text as a draft, as Jekyll, Hexo, Obsidian and editors use them.
/// </summary>
internal static class DraftName
{
    /// <summary>The warning that the path makes the file a draft; <c>null</c> if it does not.</summary>
    public static Diagnostic? DiagnosticFor(SourcePath path)
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

        var name = ManuscriptAddress.NameOf(path);
        if (name.StartsWith('_'))
        {
            return DiagnosticCatalog.DraftByFileName("_");
        }

        var suffix = Path.GetExtension(name);
        return IsDraft(suffix.AsSpan().TrimStart('.')) ? DiagnosticCatalog.DraftByFileName(suffix) : null;
    }

    /// <summary>
    /// Whether the folder holds drafts. A folder whose name begins with a dot belongs to a program: Obsidian's
    /// <c>.trash</c> holds deleted notes.
    /// </summary>
    private static bool IsDraftFolder(ReadOnlySpan<char> name) => name.StartsWith('.') || IsDraft(name.TrimStart('_'));

    private static bool IsDraft(ReadOnlySpan<char> name) =>
        name.Equals("utkast", StringComparison.OrdinalIgnoreCase)
        || name.Equals("draft", StringComparison.OrdinalIgnoreCase)
        || name.Equals("drafts", StringComparison.OrdinalIgnoreCase);
}
