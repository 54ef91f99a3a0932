using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>Finds settings of which nothing, or not all, is read.</summary>
internal static class UnreadSetting
{
    /// <summary>The diagnostic about text within the fences that is no setting; <c>null</c> if there is none.</summary>
    public static Diagnostic? DiagnosticOnRest(WrittenSettings written) =>
        written.UnreadLine is not { } line ? null
            : written.All.Count > 0 ? DiagnosticCatalog.FrontMatterEndsEarly(line)
            : DiagnosticCatalog.FrontMatterUnread(line);

    /// <summary>
    /// The warning that the setting is unknown, that YAML cuts its value, or that a value nested in it is not read;
    /// <c>null</c> if all of it is read.
    /// </summary>
    public static Diagnostic? DiagnosticOn(WrittenSetting setting)
    {
        var (name, _, key, entry) = setting;
        if (name.Length == 0)
        {
            return ManuscriptSettingNames.Known.Unknown(key, entry.Line);
        }

        if (entry.Cut is { } cut && (IsText(name) || !entry.HasValue))
        {
            return DiagnosticCatalog.ValueCut(cut.Line, key, cut.Lost, cut.Mended);
        }

        Func<string, bool> isRead = name switch
        {
            "image" => MainPicture.IsPart,
            "author" => AuthorNames.IsName,
            "corrections" => _ => true, // What cannot be read of them refuses the file.
            _ => _ => false,
        };
        var parts = name == "corrections" ? [] : entry.Items.SelectMany(i => i.Keys);
        return parts.FirstOrDefault(k => name != "author" || !AuthorNames.IsName(k)) is { } part
            ? ManuscriptSettingNames.Known.Unknown($"{key}.{part}", entry.Line)
            : ManuscriptSettingNames.Known.UnknownIn(key, entry, isRead);
    }

    private static bool IsText(string name) =>
        name is "title" or "lead" or "author" or "tags" or "image_alt" or "image_caption" or "image_credit";
}
