using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Diagnostics;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>The settings that a file may have, and what editors call them otherwise.</summary>
/// <param name="settings">Of each the name, and then other words for it in lower case.</param>
internal sealed class KnownSettings(IReadOnlyList<IReadOnlyList<string>> settings)
{
    private readonly FrozenSet<string> _names = settings.Select(s => s[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly string _list = string.Join(", ", settings.Select(s => s[0]));

    /// <summary>A remark on each setting that is none of these, with the one that was likely meant.</summary>
    public IEnumerable<Diagnostic> DiagnosticsOn(FrontMatter written) =>
        written.Entries.Select(e => RemarkOn(e.Key, e.Value)).OfType<Diagnostic>();

    /// <summary>
    /// A remark on a setting that is none of these, or on what stands too deep within one that is; else <c>null</c>.
    /// </summary>
    public Diagnostic? RemarkOn(string key, FrontMatter.Entry entry) => (_names.Contains(key), entry.Nested) switch
    {
        (false, _) => DiagnosticCatalog.KeyUnknown(entry.Line, key, Meant(key.ToLowerInvariant()), _list),
        (_, [{ Path: "" } nested, ..]) => DiagnosticCatalog.KeyUnknown(nested.Line, key, null, _list),
        (_, [var nested, ..]) => DiagnosticCatalog.KeyUnknown(nested.Line, $"{key}.{nested.Path}", null, _list),
        _ => null,
    };

    public bool Contains(string key) => _names.Contains(key);

    private string? Meant(string key) =>
        (settings.FirstOrDefault(s => s.Contains(key)) ?? settings.FirstOrDefault(s => IsSlip(key, s[0].ToLowerInvariant())))?[0];

    /// <summary>Whether one letter is wrong, missing or too many, or two are swapped.</summary>
    internal static bool IsSlip(string written, string name)
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
