using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads the setting <c>share</c>: whether articles can be shared by the browser's own share sheet.</summary>
internal static class SiteShare
{
    public const string Setting = "share";

    /// <summary>Whether they can; not if the value cannot be used, which is told of.</summary>
    public static bool Read(FrontMatter.Entry entry, List<Diagnostic> diagnostics)
    {
        if (entry.Values.Count == 1 && entry.Value.ToUpperInvariant() is ("TRUE" or "FALSE") and var value)
        {
            return value == "TRUE";
        }

        diagnostics.Add(DiagnosticCatalog.SettingUnusable(
            entry.Line, Setting, string.Join(", ", entry.Values), "true för att visa knappen Dela, eller false"));
        return false;
    }
}
