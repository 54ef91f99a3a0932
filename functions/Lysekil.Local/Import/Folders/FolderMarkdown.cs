using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Contents.Writing;

namespace Lysekil.Local.Import.Folders;

/// <summary>
/// Rewrites what a text of another system says of other files, and what only that system understands.
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
    /// <summary>The imported name of a file.</summary>
    public static string TargetOf(string file) => "bilder/" + Unusable().Replace(file, "-");

    public string Write()
    {
        var parts = Fence().Split(text.Content.Replace("\r\n", "\n", StringComparison.Ordinal));
        for (var i = 0; i < parts.Length; i += 2)
        {
            parts[i] = OutsideOfCode(parts[i]);
        }

        return string.Concat(parts);
    }

    private string OutsideOfCode(string markdown)
    {
        markdown = WikiPicture().Replace(
            markdown, m => WikiPictureOf(m.Groups["target"].Value, m.Groups["text"].Value));
        markdown = WikiLink().Replace(markdown, m => WikiLinkOf(m.Groups["target"].Value, m.Groups["text"].Value));
        markdown = Target().Replace(markdown, m => m.Groups["before"].Value + AddressOf(m.Groups["url"].Value));
        markdown = Youtube().Replace(markdown, m => $"https://www.youtube.com/watch?v={m.Groups["id"].Value}");
        markdown = Figure().Replace(markdown, m => FigureOf(m.Groups["attributes"].Value));
        foreach (Match left in Template().Matches(markdown))
        {
            lost($"It has {left.Value}, which only the other system understands; readers would see it as it is.");
        }

        return markdown;
    }

    private string WikiPictureOf(string target, string description)
    {
        var isSize = description.Length > 0 && description.All(c => char.IsAsciiDigit(c) || c == 'x');
        if (files.File(text, target) is { } file)
        {
            return MarkdownEscape.Picture(isSize ? "" : description, Used(file), null);
        }

        lost($"It shows {target}, which is not in the folder.");
        return MarkdownEscape.Text(target);
    }

    private string WikiLinkOf(string target, string shown)
    {
        var name = target.Split('#')[0];
        var words = MarkdownEscape.Text(shown.Length > 0 ? shown : target.Replace('#', ' ').Trim());
        if (name.Length == 0)
        {
            return words;
        }

        if (files.Text(name) is { } other && targets.ContainsKey(other))
        {
            return PageOf(other) is { } page ? $"[{words}]({page})" : words;
        }

        lost($"It links to {target}, which is not in the folder; the words stay.");
        return words;
    }

    private string AddressOf(string url)
    {
        var path = url.Split('?', '#')[0];
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension.Length == 0 || url.Contains("://", StringComparison.Ordinal))
        {
            return url;
        }

        if (extension is ".md" or ".markdown")
        {
            var name = Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(path));
            return files.Text(name) is { } other && PageOf(other) is { } page ? page + url[path.Length..] : url;
        }

        return AssetType.Of(extension) is not null && files.File(text, url) is { } file ? Used(file) : url;
    }

    /// <summary>The address of another text's page; <c>null</c> if its name does not tell.</summary>
    private string? PageOf(FolderText other) =>
        targets.TryGetValue(other, out var path) ? ManuscriptAddress.FromName(new SourcePath(path))?.Url : null;

    private string Used(string file)
    {
        used.Add(file);
        return "/" + string.Join('/', TargetOf(file).Split('/').Select(Uri.EscapeDataString));
    }

    private string FigureOf(string attributes)
    {
        var values = Attribute().Matches(attributes)
            .ToLookup(a => a.Groups["name"].Value, a => a.Groups["value"].Value, StringComparer.Ordinal);
        string Value(string name) => values[name].FirstOrDefault() ?? "";
        return MarkdownEscape.Picture(Value("alt"), AddressOf(Value("src")), Value("caption"));
    }

    /// <summary>Code between fences: every second part of a split.</summary>
    [GeneratedRegex(@"(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[ \t]*$)", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"!\[\[(?<target>[^\]|\n]+)(?:\|(?<text>[^\]\n]*))?\]\]")]
    private static partial Regex WikiPicture();

    [GeneratedRegex(@"(?<!!)\[\[(?<target>[^\]|\n]+)(?:\|(?<text>[^\]\n]*))?\]\]")]
    private static partial Regex WikiLink();

    /// <summary>The address of a link or a picture, in Markdown, in HTML or in the settings.</summary>
    [GeneratedRegex(
        @"(?<before>\]\(<?|\b(?:src|href)="""
        + @"|^(?:image|cover|heroImage|featured_image|feature_image|bild)\s*[:=]\s*[""']?)"
        + @"(?<url>[^\s)<>""']+)",
        RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex(@"\{\{<\s*youtube\s+""?(?<id>[\w-]+)""?\s*>\}\}")]
    private static partial Regex Youtube();

    [GeneratedRegex(@"\{\{<\s*figure\s+(?<attributes>[^}]*?)/?\s*>\}\}")]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<name>\w+)\s*=\s*""(?<value>[^""]*)""")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\{\{[^}\n]*\}\}|\{%[^}\n]*%\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"[\\?#%""<>|*:\p{C}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unusable();
}
