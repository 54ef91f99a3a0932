using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>Reads the setting <c>publisher</c>: the name of the site's publisher in law.</summary>
internal static class SitePublisher
{
    public const string Setting = "publisher";

    private const int MostCharacters = 200;

    /// <summary>
    /// The name of one person, since the law knows one; <c>null</c> if it cannot be used, which is told of.
    /// </summary>
    public static string? Read(FrontMatter.Entry entry, List<Diagnostic> diagnostics)
    {
        var name = OneLine.Of(entry.Value);
        if (entry.Values.Count == 1 && name.Length <= MostCharacters)
        {
            return name;
        }

        diagnostics.Add(DiagnosticCatalog.SettingUnusable(
            entry.Line, Setting, string.Join(", ", entry.Values), "namnet på en enda person, som Eva Ström"));
        return null;
    }
}
