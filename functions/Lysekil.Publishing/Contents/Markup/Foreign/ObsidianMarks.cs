using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Sources;
using Markdig.Helpers;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// Mends Obsidian's marks: comments, which no reader is to see, and links to notes and pictures. What a link leads to
/// follows from its form: the name of a note that begins with a date, or the name of a file.
/// </summary>
internal static partial class ObsidianMarks
{
    public static void Mend(MaskedText text)
    {
        text.Replace(Comment(), comment => new string('\n', comment.Value.AsSpan().Count('\n')));
        text.Replace(Link(), link => Markdown(link, text));
    }

    private static string? Markdown(Match link, MaskedText text)
    {
        var target = text.Of(link.Groups["target"]).Trim();
        var parts = link.Groups["text"].Success ? text.Of(link.Groups["text"]).Split('|') : [];
        if (target.Length == 0 || target.All(char.IsAsciiDigit))
        {
            return null; // A number in brackets, as of a source.
        }

        var (name, part) = target.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sign
            ? (target[..sign].TrimEnd(), target[(sign + 1)..])
            : (target, null);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (link.Groups["embed"].Length > 0
            && AssetType.Of(extension)?.StartsWith("image/", StringComparison.Ordinal) == true)
        {
            var description = parts.FirstOrDefault(p => !Size().IsMatch(p)) ?? "";
            return $"![{description.Trim()}](<{name}>)";
        }

        var isFile = name.Length == 0
            || name.EndsWith('/')
            || extension == ".md"
            || AssetType.Of(extension) is not null;
        var anchor = part is null ? "" : "#" + LinkHelper.UrilizeAsGfm(part.Trim());
        var shown = parts.Length > 0 && parts[0].Trim() is { Length: > 0 } alias ? alias : target.TrimStart('#');
        return $"[{shown}](<{(isFile ? name : name + ".md")}{anchor}>)";
    }

    /// <summary>A comment of whole lines, or one within a line. After a number, the signs mean percent.</summary>
    [GeneratedRegex(
        @"^[ \t]*%%(?:[^%]|%(?!%))*%%[ \t]*$|(?<![\d%])(?<!\d )%%(?:[^%\n]|%(?!%))*%%",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"(?<embed>!?)\[\[(?<target>[^\[\]|<>\\\n]+)(?:\\?\|(?<text>[^\[\]\n]*))?\]\](?![(\[:])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    /// <summary>The width of a picture, and its height.</summary>
    [GeneratedRegex(@"^\s*\d+(?:x\d+)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
