using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>A setting of two values.</summary>
/// <param name="Setting">Its name.</param>
/// <param name="On">The value that changes what the site does without the setting.</param>
/// <param name="Off">The other value.</param>
/// <param name="Expected">What to write, as in "Skriv …".</param>
internal sealed record SiteSwitch(string Setting, string On, string Off, string Expected)
{
    /// <summary>Whether articles can be shared by the browser's own share sheet.</summary>
    public static readonly SiteSwitch Share =
        new("share", "true", "false", "true för att visa knappen Dela, eller false");

    /// <summary>Whether feeds have the lead of an article in place of its whole text.</summary>
    public static readonly SiteSwitch Feeds =
        new("feeds", "lead", "full", "lead för bara ingressen i flödena, eller full för hela artikeln");

    /// <summary>Whether it is on; not if the value cannot be used, which is told of.</summary>
    public bool Read(FrontMatter values, List<Diagnostic> diagnostics)
    {
        if (values.Find(Setting) is not { } entry)
        {
            return false;
        }

        var isOn = Is(entry, On);
        if (!isOn && !Is(entry, Off))
        {
            diagnostics.Add(DiagnosticCatalog.SettingUnusable(
                entry.Line, Setting, string.Join(", ", entry.Values), Expected));
        }

        return isOn;
    }

    private static bool Is(FrontMatter.Entry entry, string value) =>
        entry.Values.Count == 1 && entry.Value.Equals(value, StringComparison.OrdinalIgnoreCase);
}
