using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>The lines of a file with other links in its menu. The links that stay keep their lines.</summary>
/// <param name="file">The file.</param>
/// <param name="place">The menu, which has links.</param>
internal sealed class MenuLines(FileText file, SettingPlace place)
{
    /// <param name="entry">The links with all that is written of them.</param>
    /// <param name="old">The links as they are.</param>
    /// <param name="wanted">The links as they should be.</param>
    /// <returns><c>null</c> if the lines cannot be changed so.</returns>
    public List<string>? With(
        IReadOnlyList<IReadOnlyDictionary<string, string>> entry,
        IReadOnlyList<MenuEntry> old,
        IReadOnlyList<MenuEntry> wanted)
    {
        if (MenuItemPlace.In(file, place) is not { } places || places.Count != old.Count)
        {
            return null;
        }

        var most = Math.Min(old.Count, wanted.Count);
        var (start, end) = (0, 0);
        while (start < most && old[start] == wanted[start])
        {
            start++;
        }

        while (end < most - start && old[^(end + 1)] == wanted[^(end + 1)])
        {
            end++;
        }

        var changed = wanted.Skip(start).SkipLast(end).ToList();
        if (old.Count == wanted.Count)
        {
            return InPlace(places, old, start, changed);
        }

        if (entry.Skip(start).SkipLast(end).Any(i => i.Count > 2))
        {
            return null; // A name that the engine does not know would be lost.
        }

        return place.ItemIndent is not null ? Replaced(places, (start, end), changed)
            : place.Value is not null && entry.All(i => i.Count <= 2)
                ? SettingsBlock.WithBlock(file, place, Written("  ", wanted))
            : null;
    }

    /// <summary>The lines of links, without their ends.</summary>
    public static IEnumerable<string> Written(string indent, IEnumerable<MenuEntry> menu) =>
        menu.SelectMany(e => Written(indent, e));

    private static string[] Written(string indent, MenuEntry entry) =>
    [
        $"{indent}- {SiteMenu.Text}: {FrontMatterText.Scalar(entry.Text)}",
        $"{indent}  {SiteMenu.Url}: {FrontMatterText.Scalar(entry.Url)}",
    ];

    /// <summary>Replaces texts and addresses where they stand, beginning with the last of them.</summary>
    private List<string>? InPlace(
        IReadOnlyList<MenuItemPlace> places, IReadOnlyList<MenuEntry> old, int start, List<MenuEntry> changed)
    {
        var edits = new List<(ScalarPlace? At, string Value)>();
        foreach (var (entry, at) in changed.Select((e, i) => (e, start + i)))
        {
            if (entry.Text != old[at].Text)
            {
                edits.Add((places[at].Find(SiteMenu.Text), entry.Text));
            }

            if (entry.Url != old[at].Url)
            {
                edits.Add((places[at].Find(SiteMenu.Url), entry.Url));
            }
        }

        if (edits.Exists(e => e.At is null))
        {
            return null;
        }

        var lines = file.Lines.ToList();
        foreach (var (at, value) in edits.OrderByDescending(e => (e.At!.Line, e.At.Columns.Start)))
        {
            var line = lines[at!.Line];
            lines[at.Line] = line[..at.Columns.Start] + FrontMatterText.Scalar(value) + line[at.Columns.End..];
        }

        return lines;
    }

    /// <summary>Replaces the links between the first and the last that stay.</summary>
    private List<string> Replaced(
        IReadOnlyList<MenuItemPlace> places, (int Start, int End) kept, List<MenuEntry> changed)
    {
        var lines = file.Lines.ToList();
        var gone = places.Skip(kept.Start).SkipLast(kept.End).ToList();
        var at = gone.Count > 0 || kept.Start == 0
            ? places[kept.Start].FirstLine
            : places[kept.Start - 1].LastLine + 1;
        foreach (var item in gone.AsEnumerable().Reverse())
        {
            lines.RemoveRange(item.FirstLine, item.LastLine - item.FirstLine + 1);
        }

        SettingsBlock.EndLineBefore(lines, at, file.LineEnd);
        lines.InsertRange(at, Written(place.ItemIndent!, changed).Select(l => l + file.LineEnd));
        if (gone.Count == places.Count && changed.Count == 0)
        {
            lines[place.FirstLine] = lines[place.FirstLine].Insert(place.Separator, " []");
        }

        return lines;
    }
}
