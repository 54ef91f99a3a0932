using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// Reads <c>translation_of</c>: the files of the texts that say the same in other languages. Each of them names the
/// others, as search engines want it of alternate pages: a text that is not named back is none.
/// </summary>
internal static class TranslatedText
{
    /// <summary>The limit: a page looks each of them up.</summary>
    public const int Most = 3;

    private const string Setting = "translation_of";
    private const string Expected = "den andra textens fil, som artiklar/2026/2026-05-01-the-harbour.md";

    /// <summary>The files, each once; one that cannot be a text is told of, and left out.</summary>
    public static IReadOnlyList<SourcePath> Read(SettingValues values, SourcePath path)
    {
        if (values.Preferred(Setting) is not { } setting)
        {
            return [];
        }

        var others = new SortedSet<SourcePath>();
        foreach (var written in setting.Entry.Values.Where(v => v.Length > 0))
        {
            if (PathOf(written, path) is { } other)
            {
                others.Add(other);
            }
            else
            {
                values.Diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                    setting.Entry.Line, setting.Key, written, Expected));
            }
        }

        if (others.Count > Most)
        {
            values.Diagnostics.Add(DiagnosticCatalog.TranslationsTooMany(setting.Entry.Line, setting.Key, Most));
        }

        return [.. others.Take(Most)];
    }

    /// <summary>The text that a name means, from the top of the site or beside the text that names it.</summary>
    private static SourcePath? PathOf(string written, SourcePath from)
    {
        var name = written.Contains('/', StringComparison.Ordinal)
            ? written.TrimStart('/')
            : from.Value[..^from.FileName.Length] + written;
        return name.Length is > 0 and <= SourcePath.MostCharacters
            && new SourcePath(name) is { IsWellFormed: true, Kind: SourceKind.Article or SourceKind.StandingPage } path
            && path != from
            ? path
            : null;
    }
}
