namespace Lysekil.Publishing.Contents.Word;

/// <summary>
/// What a part refers to, by identifier (ECMA-376, part 2, section 9.3). A target need not be a well-formed address:
/// editors mistype links, and one of them must not cost the document.
/// </summary>
internal sealed class WordRelationships
{
    private readonly string _part;
    private readonly Dictionary<string, (string Type, string Target, bool IsExternal)> _entries;

    private WordRelationships(
        string part, Dictionary<string, (string Type, string Target, bool IsExternal)> entries) =>
        (_part, _entries) = (part, entries);

    /// <param name="package">The document.</param>
    /// <param name="part">The part; empty for the package itself.</param>
    public static WordRelationships Of(WordPackage package, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var entries = new Dictionary<string, (string, string, bool)>(StringComparer.Ordinal);
        foreach (var entry in package.ReadXml($"{part[..slash]}_rels/{part[slash..]}.rels")?.Elements() ?? [])
        {
            if (entry.Value("Id") is { } id && entry.Value("Target") is { } target)
            {
                entries[id] = (entry.Value("Type") ?? "", target, entry.Value("TargetMode") == "External");
            }
        }

        return new WordRelationships(part, entries);
    }

    /// <summary>The part of a type, such as <c>styles</c>; <c>null</c> if there is none.</summary>
    public string? PartOfType(string type) => PartsOfType(type).FirstOrDefault();

    public IEnumerable<string> PartsOfType(string type) =>
        _entries.Values
            .Where(e => !e.IsExternal && e.Type.EndsWith("/" + type, StringComparison.Ordinal))
            .Select(e => Resolved(e.Target))
            .OfType<string>();

    /// <summary>The part with an identifier; <c>null</c> if there is none.</summary>
    public string? Part(string? id) =>
        id is not null && _entries.TryGetValue(id, out var entry) && !entry.IsExternal ? Resolved(entry.Target) : null;

    /// <summary>The address outside the document with an identifier; <c>null</c> if there is none.</summary>
    public string? Address(string? id) =>
        id is not null && _entries.TryGetValue(id, out var entry) && entry.IsExternal ? entry.Target : null;

    private string? Resolved(string target)
    {
        var segments = new List<string>();
        var from = target.StartsWith('/') ? target : _part[..(_part.LastIndexOf('/') + 1)] + target;
        foreach (var segment in from.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment != ".." && segment != ".")
            {
                segments.Add(segment);
            }
            else if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return segments.Count == 0 ? null : string.Join('/', segments);
    }
}
