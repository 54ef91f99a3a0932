using System.Globalization;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>
/// The name of a blob in the content container. Ordered ordinally: the smaller path owns a contested URL.
/// </summary>
public sealed record SourcePath : IComparable<SourcePath>
{
    /// <summary>The length limit: a longer path does not fit the keys of the index.</summary>
    public const int MostCharacters = 200;

    private const string ForbiddenCharacters = "\\?#%\"<>|*:";

    /// <summary>Azure's limit for a blob's name ("Naming and Referencing Containers, Blobs, and Metadata").</summary>
    private const int MostCharactersOfBlob = 1_024;

    private const int MostSegmentsOfBlob = 254;

    /// <param name="value">Any name that a blob container accepts; not empty.</param>
    public SourcePath(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        Value = value;
        Kind = KindOf(value);
    }

    public string Value { get; }

    public SourceKind Kind { get; }

    /// <summary>What follows the last slash.</summary>
    public string FileName => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The extension in lower case with its dot, such as <c>.md</c>; empty if there is none.</summary>
    public string Extension => Path.GetExtension(FileName).ToLowerInvariant();

    /// <summary>Whether the name can be part of a URL and of a key of the index without escaping.</summary>
    public bool IsWellFormed =>
        Value.Length <= MostCharacters
        && !Value.Any(c => IsUnreadable(c) || char.IsSurrogate(c) || ForbiddenCharacters.Contains(c))
        && Value.Split('/').All(s => s.Length > 0 && s.Trim() == s && !s.EndsWith('.'));

    /// <summary>
    /// Whether every client can address a blob of this name: a container's listing is XML, which excludes some
    /// characters (XML 1.0, section 2.2), and URL parsers read a backslash as a slash (WHATWG URL Standard, "path
    /// state").
    /// </summary>
    public bool IsStorable =>
        Value.Length <= MostCharactersOfBlob
        && Value.Count(c => c == '/') < MostSegmentsOfBlob
        && !Value.EnumerateRunes().Any(r => r.Value == '\\' || (r.IsBmp && IsUnreadable((char)r.Value)));

    /// <summary>
    /// The file of the site's own folder <c>bilder</c> that a text means if this file, in a folder <c>bilder</c> beside
    /// the text, does not exist; <c>null</c> if the name is no such.
    /// </summary>
    public SourcePath? Fallback =>
        Kind is SourceKind.Asset or SourceKind.Misplaced
        && (Value.StartsWith("artiklar/", StringComparison.Ordinal)
            || Value.StartsWith("sidor/", StringComparison.Ordinal))
        && Value.IndexOf("/bilder/", StringComparison.Ordinal) is > 0 and var at
            ? new SourcePath(Value[(at + 1)..])
            : null;

    public int CompareTo(SourcePath? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>The name for people, with invisible characters as code points, such as <c>&lt;U+0001&gt;</c>.</summary>
    public override string ToString() => Value.Any(IsInvisible) ? string.Concat(Value.Select(Shown)) : Value;

    /// <summary>The character as diagnostics show it.</summary>
    internal static string Shown(char c) =>
        IsInvisible(c) ? FormattableString.Invariant($"<U+{(int)c:X4}>") : c.ToString();

    /// <summary>
    /// Whether the character belongs to no text. U+FFFD replaces bytes of a file's name that are not UTF-8, also in the
    /// name that such a file is copied to.
    /// </summary>
    internal static bool IsUnreadable(char c) => char.IsControl(c) || c >= '\uFFFD';

    /// <summary>
    /// Resolves a reference in this source: <c>../bilder/x.jpg</c> starts at its folder, <c>/bilder/x.jpg</c> at the
    /// container. <c>null</c> if the reference leads out of the container.
    /// </summary>
    public SourcePath? Resolve(string reference)
    {
        var segments = new List<string>();
        var from = reference.StartsWith('/') ? reference : Value[..(Value.LastIndexOf('/') + 1)] + reference;
        foreach (var segment in from.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                {
                    return null;
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return segments.Count == 0 ? null : new SourcePath(string.Join('/', segments));
    }

    private static bool IsInvisible(char c) =>
        char.IsControl(c) || c > '\uFFFD' || char.GetUnicodeCategory(c)
            is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static SourceKind KindOf(string value)
    {
        var name = value.AsSpan(value.LastIndexOf('/') + 1);
        if (name.Length == 0 || name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
            || name.EndsWith('~') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
            || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase))
        {
            return SourceKind.Ignored;
        }

        if (value == "site.yaml")
        {
            return SourceKind.Settings;
        }

        var isText = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".odt", StringComparison.OrdinalIgnoreCase);
        return value.AsSpan(0, value.IndexOf('/') + 1) switch
        {
            "artiklar/" => isText ? SourceKind.Article : SourceKind.Asset,
            "sidor/" => isText ? SourceKind.StandingPage : SourceKind.Misplaced,
            "bilder/" => SourceKind.Asset,
            "tema/" => SourceKind.Theme,
            _ => SourceKind.Misplaced,
        };
    }
}
