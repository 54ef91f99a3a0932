using System.Collections.Frozen;
using Lysekil.Publishing.Sources;

namespace Lysekil.Publishing.Articles;

/// <summary>The settings that a file may have, and what editors call them otherwise.</summary>
/// <param name="settings">Of each the name, and then other words for it in lower case.</param>
internal sealed class KnownSettings(IReadOnlyList<IReadOnlyList<string>> settings)
{
    private readonly FrozenSet<string> _names = settings.Select(s => s[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly string _list = string.Join(", ", settings.Select(s => s[0]));

    /// <summary>A remark on each setting that is none of these, with the one that was likely meant.</summary>
    public IEnumerable<Remark> RemarksOn(FrontMatter written) => written.Entries
        .Where(e => !_names.Contains(e.Key))
        .Select(e => Remarks.KeyUnknown(e.Value.Line, e.Key, Meant(e.Key.ToLowerInvariant()), _list));

    private string? Meant(string key) =>
        (settings.FirstOrDefault(s => s.Contains(key)) ?? settings.FirstOrDefault(s => IsSlip(key, s[0].ToLowerInvariant())))?[0];

    /// <summary>Whether one letter is wrong, missing or too many, or two are swapped.</summary>
    private static bool IsSlip(string written, string name)
    {
        var start = written.AsSpan().CommonPrefixLength(name);
        var (writtenEnd, nameEnd) = (written.Length, name.Length);
        while (writtenEnd > start && nameEnd > start && written[writtenEnd - 1] == name[nameEnd - 1])
        {
            (writtenEnd, nameEnd) = (writtenEnd - 1, nameEnd - 1);
        }

        return (writtenEnd - start, nameEnd - start) switch
        {
            (1, 1) or (1, 0) or (0, 1) => true,
            (2, 2) => written[start] == name[start + 1] && written[start + 1] == name[start],
            _ => false,
        };
    }
}
