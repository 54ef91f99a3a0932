using System.Text.RegularExpressions;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Contents.Markup.Foreign;

/// <summary>
/// Mends the shortcodes of WordPress and Hugo that stand for a picture with its caption, or for a film.
/// </summary>
internal static partial class Shortcodes
{
    public static void Mend(MaskedText text)
    {
        text.Replace(Caption(), caption => Captioned(caption, text));
        text.Replace(Embed(), embed => text.Of(embed.Groups["url"]));
        text.Replace(Film(), film => film.Groups["service"].Value == "vimeo"
            ? FilmAddress.OnVimeo(film.Groups["id"].Value)
            : FilmAddress.OnYouTube(film.Groups["id"].Value));
        text.Replace(Figure(), Picture);
    }

    private static string Captioned(Match match, MaskedText text)
    {
        var caption = text.Of(match.Groups["text"]).Trim();
        if (match.Groups["html"].Success)
        {
            return $"<figure>{text.Of(match.Groups["html"])}<figcaption>{caption}</figcaption></figure>";
        }

        var address = text.Of(match.Groups["address"]).Trim();
        return $"![{text.Of(match.Groups["alt"])}]({address} \"{caption.Replace('"', '”')}\")";
    }

    private static string? Picture(Match figure)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match value in Parameter().Matches(figure.Groups["parameters"].Value))
        {
            values[value.Groups["name"].Value] = value.Groups["value"].Value;
        }

        if (!values.TryGetValue("src", out var source) || source.AsSpan().ContainsAny('<', '>'))
        {
            return null;
        }

        var caption = values.GetValueOrDefault("caption") ?? values.GetValueOrDefault("title");
        return $"![{values.GetValueOrDefault("alt")}](<{source}>{(caption is null ? "" : $" \"{caption}\"")})";
    }

    [GeneratedRegex(
        @"\[caption(?:[ \t][^\[\]\n]*)?\][ \t]*(?:(?<html>(?:<a\b[^<>\n]*>)?<img\b[^<>\n]*>(?:</a>)?)"
        + @"|!\[(?<alt>[^\[\]\n]*)\]\((?<address>[^()""\n]*)\))(?<text>[^\[\]\n]*)\[/caption\]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Caption();

    [GeneratedRegex(
        @"\[embed(?:[ \t][^\[\]\n]*)?\](?<url>https?://[^\s\[\]]+)\[/embed\]"
        + @"|\[(?<name>youtube|vimeo)(?:[ =]""?|\])(?<url>https?://[^\s\[\]""]+)""?(?:\]|\[/\k<name>\])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Embed();

    [GeneratedRegex(
        @"\{\{<[ \t]*(?<service>youtube|vimeo)[ \t]+(?:id=)?""?(?<id>[\w-]+)""?[ \t]*/?>\}\}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Film();

    [GeneratedRegex(@"\{\{<[ \t]*figure[ \t](?<parameters>[^{}\n]*)>\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<name>\w+)=""(?<value>[^""]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();
}
