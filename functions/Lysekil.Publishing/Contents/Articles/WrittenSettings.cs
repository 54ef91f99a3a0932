using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Articles;

/// <summary>
/// The settings of a file under the names that the product has for them, whichever of their names the editor used.
/// </summary>
internal sealed class WrittenSettings
{
    /// <summary>Zola's table of topics, of which each name is a setting.</summary>
    private const string Taxonomies = "taxonomies";

    private readonly ILookup<string, WrittenSetting> _byName;

    private WrittenSettings(IReadOnlyList<WrittenSetting> all, int? unreadLine)
    {
        All = all;
        UnreadLine = unreadLine;
        _byName = all
            .Where(s => s.Name.Length > 0 && !s.Entry.IsEmpty && !IsNever(s))
            .OrderBy(s => s.Rank)
            .ToLookup(s => s.Name, StringComparer.Ordinal);
    }

    /// <summary>All settings in their order.</summary>
    public IReadOnlyList<WrittenSetting> All { get; }

    /// <inheritdoc cref="FrontMatter.UnreadLine"/>
    public int? UnreadLine { get; }

    /// <summary>The title in one line; <c>null</c> if the settings have none.</summary>
    public string? Title => Find("title") is { } title ? OneLine.Of(title.Entry.Value) : null;

    /// <summary>Whether the settings have a date of publication.</summary>
    public bool HasDate => Find("date") is not null || Find("publishDate") is not null;

    public static WrittenSettings Of(FrontMatter frontMatter) =>
        new([.. frontMatter.Entries.SelectMany(e => Read(e.Key, e.Value))], frontMatter.UnreadLine);

    /// <summary>The setting with a value, under the first of its names; <c>null</c> if there is none.</summary>
    public WrittenSetting? Find(string name) => _byName[name].FirstOrDefault(s => s.Entry.HasValue);

    /// <summary>The settings that mean the same and are not empty, under the first of their names first.</summary>
    public IEnumerable<WrittenSetting> FindAll(string name) => _byName[name];

    private static IEnumerable<WrittenSetting> Read(string key, FrontMatter.Entry entry) =>
        ManuscriptSettingNames.Known.Find(key) is var (name, rank) ? [new(name, rank, key, entry)]
        : IsPublicationDate(key, entry) ? [new("publishDate", int.MaxValue, key, entry)]
        : key.Equals(Taxonomies, StringComparison.OrdinalIgnoreCase) ? ReadTaxonomies(key, entry)
        : [new("", int.MaxValue, key, entry)];

    /// <summary>
    /// Whether the setting says that there is no such date, as <c>scheduled: false</c> and <c>expires: never</c> do.
    /// </summary>
    private static bool IsNever(WrittenSetting setting) =>
        setting.Name is "publishDate" or "expires"
            && PublicationWords.Of(setting.Key, setting.Entry.Value) == PublicationMeaning.None;

    /// <summary>Whether the setting tells in other systems whether a text is published, and here when.</summary>
    private static bool IsPublicationDate(string key, FrontMatter.Entry entry) =>
        entry is { Values.Count: 1, Nested.Count: 0, Items.Count: 0 }
        && PublicationWords.Of(key, entry.Value) == PublicationMeaning.PublicationDate;

    private static IEnumerable<WrittenSetting> ReadTaxonomies(string key, FrontMatter.Entry entry)
    {
        foreach (var values in entry.Nested.GroupBy(n => n.Path))
        {
            var (name, rank) = ManuscriptSettingNames.Known.Find(values.Key) ?? ("", int.MaxValue);
            yield return new WrittenSetting(
                name,
                rank,
                $"{key}.{values.Key}",
                new FrontMatter.Entry(values.First().Line, [.. values.Select(v => v.Value)], []));
        }
    }
}

/// <summary>A setting as it is written.</summary>
/// <param name="Name">The product's name for it; empty if it is unknown.</param>
/// <param name="Rank">The place of the written name among all names.</param>
/// <param name="Key">The written name.</param>
/// <param name="Entry">The value.</param>
internal sealed record WrittenSetting(string Name, int Rank, string Key, FrontMatter.Entry Entry);
