using System.Collections.Frozen;
using Lysekil.Publishing.Contents.Diagnostics;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Contents.Settings;

/// <summary>A setting that a file may have.</summary>
/// <param name="Name">Its name in documents and messages.</param>
/// <param name="Synonyms">
/// Other names by which it is read, in the form of <see cref="KnownSettings.Normalize"/>, separated by spaces; the
/// first one counts where several stand in one file.
/// </param>
/// <param name="Hints">Names by which it is not read, and that likely stand for it.</param>
internal sealed record Setting(string Name, string Synonyms = "", string Hints = "");

/// <summary>The settings that a file may have, under all names by which they are read.</summary>
internal sealed class KnownSettings
{
    private const int LongestName = 40;
    private const int ShortestSynonymWithSlips = 5;

    private readonly FrozenDictionary<string, (string Name, int Rank)> _names;
    private readonly FrozenDictionary<string, string> _hints;
    private readonly (string Word, string Name)[] _words;
    private readonly string _list;

    /// <exception cref="ArgumentException">
    /// Two of the settings have a name in common, so one of them could not be read by it.
    /// </exception>
    public KnownSettings(IReadOnlyList<Setting> settings)
    {
        var named = settings
            .SelectMany(s => Split(s.Synonyms).Prepend(Normalize(s.Name)!), (s, word) => (Word: word, s.Name))
            .ToList();
        _names = named.Select((n, rank) => (n.Word, n.Name, rank))
            .ToDictionary(n => n.Word, n => (n.Name, n.rank), StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
        _hints = settings.SelectMany(s => Split(s.Hints), (s, word) => (Word: word, s.Name))
            .ToFrozenDictionary(h => h.Word, h => h.Name, StringComparer.Ordinal);
        _words = [.. named];
        _list = string.Join(", ", settings.Select(s => s.Name));
    }

    /// <summary>
    /// The setting that a name stands for, and the name's place among all names; <c>null</c> if it is unknown.
    /// </summary>
    public (string Name, int Rank)? Find(string key) =>
        _names.TryGetValue(key, out var found) || (Normalize(key) is { } word && _names.TryGetValue(word, out found))
            ? found
            : null;

    /// <summary>
    /// A warning about each setting that is not under its own name, with the setting that was likely meant.
    /// </summary>
    /// <param name="written">The settings.</param>
    /// <param name="isRead">Whether a nested value is read, by the name of its setting and its path.</param>
    public IEnumerable<Diagnostic> DiagnosticsOn(FrontMatter written, Func<string, string, bool> isRead) =>
        written.Entries.Select(e => IsName(e.Key)
            ? UnknownIn(e.Key, e.Value, path => isRead(e.Key, path))
            : Unknown(e.Key, e.Value.Line)).OfType<Diagnostic>();

    /// <summary>The warning about an unknown setting.</summary>
    public Diagnostic Unknown(string key, int line) => DiagnosticCatalog.KeyUnknown(line, key, Meant(key), _list);

    /// <summary>
    /// The warning about a value nested in a known setting that is not read; <c>null</c> if there is none.
    /// </summary>
    /// <param name="key">The setting's name as written.</param>
    /// <param name="entry">The setting.</param>
    /// <param name="isRead">Whether a nested value is read, by its path.</param>
    public Diagnostic? UnknownIn(string key, FrontMatter.Entry entry, Func<string, bool>? isRead = null) =>
        entry.Nested.FirstOrDefault(n => isRead is null || !isRead(n.Path)) is { } nested
            ? DiagnosticCatalog.KeyUnknown(
                nested.Line, nested.Path.Length == 0 ? key : $"{key}.{nested.Path}", null, _list)
            : null;

    /// <summary>
    /// A name as a slug without dashes, so that <c>publishDate</c>, <c>publish_date</c> and <c>Publish date</c> are
    /// equal; <c>null</c> if it is too long to be one, or has no letter.
    /// </summary>
    public static string? Normalize(string name) => name.Length <= LongestName
        ? Slug.From(name)?.Value.Replace("-", "", StringComparison.Ordinal)
        : null;

    /// <summary>Whether the key is a setting's name itself.</summary>
    private bool IsName(string key) => Find(key)?.Name.Equals(key, StringComparison.OrdinalIgnoreCase) ?? false;

    private string? Meant(string key) =>
        Normalize(key) is not { } word ? null
        : _names.TryGetValue(word, out var named) ? named.Name
        : _hints.TryGetValue(word, out var hinted) ? hinted
        : _words.FirstOrDefault(w =>
            (w.Word.Length >= ShortestSynonymWithSlips || w.Word == w.Name) && IsSlip(word, w.Word)).Name;

    /// <summary>
    /// Whether the words differ by one letter that is wrong, missing or too many, or by two that are swapped.
    /// </summary>
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

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
