using System.Globalization;

namespace Lysekil.Publishing.Contents.Sources;

/// <summary>The name of a blob in the content container. Ordered ordinally, which decides who owns a contested URL.</summary>
public sealed record SourcePath : IComparable<SourcePath>
{
    /// <summary>More would not fit the keys of the archive's rows.</summary>
    public const int MostCharacters = 200;

    private const string ForbiddenCharacters = "\\?#%\"<>|*:";

    /// <summary>Of a blob's name ("Naming and Referencing Containers, Blobs, and Metadata").</summary>
    private const int MostCharactersOfBlob = 1_024;

    private const int MostSegmentsOfBlob = 254;

    /// <param name="value">Any name that a container accepts; not empty.</param>
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

    /// <summary>With its dot and in lower case, such as <c>.md</c>; empty where there is none.</summary>
    public string Extension => Path.GetExtension(FileName).ToLowerInvariant();

    /// <summary>Whether the name can stand in a URL and in the archive's keys as it is.</summary>
    public bool IsWellFormed =>
        Value.Length <= MostCharacters
        && !Value.Any(c => IsUnreadable(c) || char.IsSurrogate(c) || ForbiddenCharacters.Contains(c))
        && Value.Split('/').All(s => s.Length > 0 && s.Trim() == s && !s.EndsWith('.'));

    /// <summary>
    /// Whether a blob can have the name with every client: a container's listing is XML (XML 1.0, section 2.2), and in an
    /// address a backslash is taken for a slash (WHATWG URL Standard, "path state").
    /// </summary>
    public bool IsStorable =>
        Value.Length <= MostCharactersOfBlob
        && Value.Count(c => c == '/') < MostSegmentsOfBlob
        && !Value.EnumerateRunes().Any(r => r.Value == '\\' || (r.IsBmp && IsUnreadable((char)r.Value)));

    public int CompareTo(SourcePath? other) => string.CompareOrdinal(Value, other?.Value);

    /// <summary>For people: a character that cannot be seen is its code point, such as <c>&lt;U+0001&gt;</c>.</summary>
    public override string ToString() => Value.Any(IsInvisible) ? string.Concat(Value.Select(Shown)) : Value;

    /// <summary>How a message shows a character.</summary>
    internal static string Shown(char c) =>
        IsInvisible(c) ? FormattableString.Invariant($"<U+{(int)c:X4}>") : c.ToString();

    /// <summary>
    /// Whether no text has the character. U+FFFD stands where the name of a file is no UTF-8, and in the name that such a file
    /// was copied to.
    /// </summary>
    internal static bool IsUnreadable(char c) => char.IsControl(c) || c >= '\uFFFD';

    /// <summary>
    /// The source that a reference in this one means: <c>../bilder/x.jpg</c> from its folder, <c>/bilder/x.jpg</c> from
    /// the container. <c>null</c> where it leads out of the container.
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
            || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase))
        {
            return SourceKind.Ignored;
        }

        if (value == "site.yaml")
        {
            return SourceKind.Settings;
        }

        var isMarkdown = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        return value.AsSpan(0, value.IndexOf('/') + 1) switch
        {
            "artiklar/" => isMarkdown ? SourceKind.Article : SourceKind.Asset,
            "sidor/" => isMarkdown ? SourceKind.StandingPage : SourceKind.Misplaced,
            "bilder/" => SourceKind.Asset,
            "tema/" => SourceKind.Theme,
            _ => SourceKind.Misplaced,
        };
    }
}
