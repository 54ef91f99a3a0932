using System.Text;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Editing;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Tests.Contents.Articles.SettingsFiles;

namespace Lysekil.Publishing.Tests.Contents.Editing;

/// <summary>
/// Each setting of each <see cref="SettingsFile"/>, set to values that YAML and TOML could take for
/// something else: the engine reads the value, and all else as before.
/// </summary>
public class EditedManuscriptTests
{
    private static readonly DateTimeOffset Created = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Values =
    [
        "Kajen", "true", "null", "~", "2026-01-01", "1.5", "0x1F", "Nej: inte", "# inte", "a # b", "'a'", "\"a\"",
        "[a]", "{a: b}", "- a", "? a", "! a", "& a", "* a", "| a", "> a", "% a", "@ a", "` a", "a: b: c", "a\\n b",
        "åäö ÅÄÖ",
        "Ett  två\tTre", "a'b\"c", "---", "+++", "...", "=", "<<", "C#", "C:\\a", "😀", "\u00A0x", "a\u2028b",
    ];

    [Fact]
    public void The_engine_reads_the_value_and_all_else_as_before()
    {
        var (tried, made) = (0, 0);
        foreach (var (path, file) in Files())
        {
            if (EditableText.Open(path, Encoding.UTF8.GetBytes(file)).Text is not { } text)
            {
                continue;
            }

            foreach (var name in new[] { "lead", "author" }.Where(text.CanSet))
            {
                foreach (var value in Values)
                {
                    tried++;
                    made += IsMade(path, text, name, value) ? 1 : 0;
                }
            }
        }

        Assert.True(tried > 1_000, $"{tried} changes were tried.");
        Assert.Equal(tried, made);
    }

    [Fact]
    public void Lines_of_other_settings_stay_as_they_are()
    {
        foreach (var (path, file) in Files())
        {
            if (EditableText.Open(path, Encoding.UTF8.GetBytes(file)).Text is not { } text || text.Value("title") == "")
            {
                continue;
            }

            if (text.With("title", "Helt nytt") is { } changed)
            {
                var (old, now) = (file.Split('\n'), Encoding.UTF8.GetString(changed.Bytes.Span).Split('\n'));
                Assert.Equal(old.Length, now.Length);
                Assert.Single(Enumerable.Range(0, old.Length), i => old[i] != now[i]);
            }
        }
    }

    private static bool IsMade(SourcePath path, EditableText text, string name, string value)
    {
        if (text.With(name, value) is not { } changed)
        {
            return false;
        }

        var (before, after) = (Read(path, text), Read(path, changed));
        Assert.Equal(Text(value), changed.Value(name));
        if (before is null || after is null)
        {
            Assert.Equal(before is null, after is null);
            return true;
        }

        Assert.Equal(Text(value), name == "lead" ? after.Lead : after.Author);
        Assert.Equal(
            (before.Title, before.Date, before.Page, before.Body, before.IsDraft, before.Image, before.ImageAlt),
            (after.Title, after.Date, after.Page, after.Body, after.IsDraft, after.Image, after.ImageAlt));
        Assert.Equal(before.Topics, after.Topics);
        Assert.Equal(before.Aliases, after.Aliases);
        Assert.Equal(name == "lead" ? before.Author : before.Lead, name == "lead" ? after.Author : after.Lead);
        return true;
    }

    private static Manuscript? Read(SourcePath path, EditableText text) =>
        ManuscriptReader.Read(path, text.Bytes.Span, Created, SiteSettings.Default.Region).Manuscript;

    private static string Text(string value) =>
        string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(SourcePath Path, string File)> Files() =>
        SettingsFile.All.Select(row => (new SourcePath((string)row[1]), (string)row[2]));
}
