using System.Text;
using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Markup;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Folders;

/// <summary>
/// Rewrites the names of other files in a text of another system as their addresses on the site. The marks around them
/// stay: the engine reads those of Obsidian and Hugo itself.
/// </summary>
/// <param name="files">The folder.</param>
/// <param name="text">The text.</param>
/// <param name="targets">The imported name of each text.</param>
/// <param name="used">Gets the files that the text uses.</param>
/// <param name="lost">Is told, in a sentence, what could not be kept.</param>
internal sealed partial class FolderMarkdown(
    FolderFiles files,
    FolderText text,
    IReadOnlyDictionary<FolderText, string> targets,
    ISet<string> used,
    Action<string> lost)
{
    /// <summary>The diagnostic of marks that readers would see as they are.</summary>
    private const string MarksShown = "marks";

    /// <summary>An address between parentheses may have spaces, as the engine allows, and a title after it.</summary>
    private const string Link =
        @"\]\([ \t]*(?:<(?<url>[^<>\n\0]{1,300})>"
        + @"|(?<url>(?:[^\s()<>\[\]""\0]|\([^\n()<>\0]{0,300}\))(?:[^\n()<>\[\]""\0]|\([^\n()<>\0]{0,300}\)){0,300}?)"
        + @"(?=(?:[ \t]+=[0-9x]+)?[ \t]{0,9}(?:""[^""\n]{0,999}""|'[^'\n]{0,999}'|\([^()\n]{0,999}\))?[ \t]{0,9}\)))";

    private const string Definition =
        @"^[ ]{0,3}\[[^\^\[\]\n][^\[\]\n]*\]:[ \t]*(?:<(?<url>[^<>\n\0]+)>|(?<url>[^\s\0]+))";

    /// <summary>In HTML, and in the shortcodes of Hugo.</summary>
    private const string HtmlAttribute = @"\b(?:src|href)[ \t]*=[ \t]*(?:""(?<url>[^""\n\0]+)""|'(?<url>[^'\n\0]+)')";

    private const string WikiLink =
        @"(?<embed>!?)\[\[(?<target>[^\[\]|<>\\\n\0]+)(?<alias>\\?\|(?<words>[^\[\]\n]*))?\]\](?![(\[:])";

    public string Write()
    {
        var (_, body, line, _) = FrontMatter.Split(text.Content);
        var settings = text.Content[..^body.Length];
        return Setting().Replace(settings, m => WithAddress(m, settings)) + Rewritten(body, line);
    }

    private string Rewritten(string markdown, int firstLine)
    {
        // A text that the engine refuses may also take Markdig without its guards too long.
        var (read, refusal) = MarkdownText.Read(markdown, new SourcePath(targets[text]), firstLine);
        if (read is null)
        {
            lost($"The site will refuse it, so its links stay as they are: {refusal!.Message} {refusal.Remedy}");
            return markdown;
        }

        foreach (var shown in read.Diagnostics.Where(d => d.Code == MarksShown))
        {
            lost(FormattableString.Invariant($"Line {shown.Line}: {shown.Message} {shown.Remedy}"));
        }

        var (mask, written, done) = (MarkdownCode.Blanked(markdown), new StringBuilder(), 0);
        foreach (Match match in Reference().Matches(mask))
        {
            written.Append(markdown, done, match.Index - done);
            written.Append(match.Groups["target"].Success ? WikiLinkOf(match, markdown) : WithAddress(match, markdown));
            done = match.Index + match.Length;
        }

        return written.Append(markdown, done, markdown.Length - done).ToString();
    }

    private string WikiLinkOf(Match link, string markdown)
    {
        var target = link.Groups["target"].Value.Trim();
        var (name, part) = target.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sign
            ? (target[..sign].TrimEnd(), target[sign..])
            : (target, "");
        if (name.Length == 0 || target.All(char.IsAsciiDigit))
        {
            return markdown.Substring(link.Index, link.Length); // A place in the same text, or the number of a source.
        }

        string Of(string group) => markdown.Substring(link.Groups[group].Index, link.Groups[group].Length);
        var (embed, alias) = (Of("embed"), Of("alias"));
        var type = AssetType.Of(Path.GetExtension(name).ToLowerInvariant());
        if ((type is null ? PageOf(name) : FileOf(name)) is { } address)
        {
            var isPicture = embed.Length > 0 && type?.StartsWith("image/", StringComparison.Ordinal) == true;
            var shown = alias.Length > 0 ? alias : isPicture ? "" : "|" + target;
            return $"{embed}[[{address}{part}{shown}]]";
        }

        lost($"It refers to {target}, which has no address here; the words stay.");
        var words = Of("words").Trim();
        return MarkdownEscape.Text(words.Length > 0 && embed.Length == 0 ? words : target);
    }

    /// <summary>The match with the address in place of what the text calls the file.</summary>
    private string WithAddress(Match match, string whole)
    {
        var url = match.Groups["url"];
        var end = url.Index + url.Length;
        return whole[match.Index..url.Index] + AddressOf(url.Value) + whole[end..(match.Index + match.Length)];
    }

    private string AddressOf(string url)
    {
        var (path, tail) = url.AsSpan().IndexOfAny('?', '#') is >= 0 and var sign
            ? (url[..sign].TrimEnd(), url[sign..])
            : (url.TrimEnd(), "");
        if (path.Contains(':', StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal))
        {
            return url;
        }

        var isText = FolderFiles.IsText(path);
        if (!isText && AssetType.Of(Path.GetExtension(path).ToLowerInvariant()) is null)
        {
            return url;
        }

        if ((isText ? PageOf(Uri.UnescapeDataString(path)) : FileOf(path)) is not { } address)
        {
            lost($"It refers to {url}, which has no address here.");
            return url;
        }

        return isText ? address + tail : address;
    }

    /// <summary>The address of another text's page; <c>null</c> if it has none, as a draft without a date.</summary>
    private string? PageOf(string name) =>
        files.Text(name) is { } other && targets.TryGetValue(other, out var path)
            ? ManuscriptAddress.FromName(new SourcePath(path))?.Url
            : null;

    private string? FileOf(string reference)
    {
        if (files.File(text, reference) is not { } file)
        {
            return null;
        }

        used.Add(file);
        return AssetName.AddressOf(AssetName.Of(file));
    }

    [GeneratedRegex(
        Link + "|" + Definition + "|" + HtmlAttribute + "|" + WikiLink,
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    /// <summary>The main picture in the settings: its address, or a mapping that has the address.</summary>
    [GeneratedRegex(
        @"^[ \t]*(?:(?:cover|hero|featured?)?[-_ ]?image|cover|hero|bild|huvudbild|src|url|path)[ \t]*[:=][ \t]*"
        + @"(?:""(?<url>[^""\n]+)""|'(?<url>[^'\n]+)'|(?<url>[^\s""'\[{#|>][^\n#]*))",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Setting();
}
