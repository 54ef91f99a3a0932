using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;

/// <summary>
/// A file with settings as editors and other systems write them: what it is, what readers see, what its editor is told.
/// Each is created on the 4th of May 2026.
/// </summary>
internal static class SettingsFile
{
    /// <summary>The files of all tables: what each is, its path, its text, and what is seen and told.</summary>
    public static IEnumerable<object[]> All =>
    [
        .. NameFilesTests.Files, .. DateFilesTests.Files, .. DraftFilesTests.Files, .. AddressFilesTests.Files,
        .. PictureSettingFilesTests.Files, .. MistakeFilesTests.Files,
    ];

    /// <param name="what">What the file is.</param>
    /// <param name="path">Its path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="seen">
    /// <c>title | date | address | state | lead</c> and what else readers see, or <c>refused</c>.
    /// </param>
    /// <param name="told">Each diagnostic as <c>code:line</c>.</param>
    public static void AssertRead(string what, string path, string text, string seen, string told)
    {
        var reading = Some.Reading(text, path);

        Assert.Equal((what, seen, told), (what, Seen(reading), Told(reading.Diagnostics)));
        Assert.All(reading.Diagnostics, d => Assert.NotEmpty(d.Remedy));
    }

    private static string Told(IReadOnlyList<Diagnostic> diagnostics) =>
        string.Join(' ', diagnostics.Select(d => d.Line is { } line ? $"{d.Code}:{line}" : d.Code));

    private static string Seen(ManuscriptReading reading)
    {
        if (reading.Manuscript is not { } manuscript)
        {
            return "refused";
        }

        var state = manuscript switch
        {
            { IsDraft: true } => "draft",
            { IsDateStated: true, Date: { } date } when date > Some.Now => "scheduled",
            _ => "published",
        };
        var seen = new StringBuilder(
            $"{manuscript.Title} | {Day(manuscript.Date)} | {manuscript.Page.Url} | {state} | {manuscript.Lead}");
        Add("by ", manuscript.Author);
        Add("in ", string.Join(", ", manuscript.Topics.Select(t => t.Name)));
        Add("updated ", Day(manuscript.Updated));
        Add("old ", string.Join(", ", manuscript.Aliases.Select(a => a.Url)));
        Add("picture ", Picture(manuscript));
        Add("lang ", manuscript.Language);
        return seen.ToString();

        void Add(string before, string? part) => seen.Append(string.IsNullOrEmpty(part) ? "" : $" | {before}{part}");
    }

    private static string? Picture(Manuscript manuscript) => manuscript.Image is null
        ? null
        : $"{manuscript.Image} ”{manuscript.ImageAlt}”"
            + (manuscript.ImageCaption is { } caption ? $" ({caption})" : "")
            + (manuscript.ImageCredit is { } credit ? $" Foto: {credit}" : "")
            + (manuscript.ImageFocus is { } focus ? $" around {focus.X}% {focus.Y}%" : "");

    private static string? Day(DateTimeOffset? moment) => moment?.ToString(
        moment.Value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
