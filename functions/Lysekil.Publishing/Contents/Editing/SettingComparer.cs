using System.Diagnostics.CodeAnalysis;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Settings;

namespace Lysekil.Publishing.Contents.Editing;

/// <summary>Compares settings as readers and the site see them: their lines in the file do not count.</summary>
internal sealed class SettingComparer : IEqualityComparer<WrittenSetting>
{
    private SettingComparer()
    {
    }

    public static SettingComparer Instance { get; } = new();

    public bool Equals(WrittenSetting? x, WrittenSetting? y) =>
        x is null || y is null
            ? x is null && y is null
            : (x.Name, x.Key) == (y.Name, y.Key)
                && x.Entry.Values.SequenceEqual(y.Entry.Values, StringComparer.Ordinal)
                && x.Entry.Nested.Select(Unplaced).SequenceEqual(y.Entry.Nested.Select(Unplaced))
                && x.Entry.Items.SelectMany(Pairs).SequenceEqual(y.Entry.Items.SelectMany(Pairs));

    public int GetHashCode([DisallowNull] WrittenSetting obj) => obj.Key.GetHashCode(StringComparison.Ordinal);

    private static (string Path, string Value) Unplaced(FrontMatter.NestedValue nested) => (nested.Path, nested.Value);

    private static IEnumerable<(int Place, string Name, string Value)> Pairs(
        IReadOnlyDictionary<string, string> item, int place) =>
        item.Select(i => (place, i.Key, i.Value));
}
