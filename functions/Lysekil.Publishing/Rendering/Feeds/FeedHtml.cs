using System.Globalization;
using System.Text;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Index;

namespace Lysekil.Publishing.Rendering.Feeds;

/// <summary>HTML of feeds beside the articles' texts.</summary>
internal static class FeedHtml
{
    /// <summary>Plain text as the content of an element.</summary>
    public static string Of(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>
    /// What the article's page shows above its text: the lead, unless the text opens with it, corrections, and the lead
    /// picture. Most feed readers show an item's content alone, without its summary and its enclosure.
    /// </summary>
    public static string Opening(SiteSettings site, PublishedItem article)
    {
        if (article is { LeadIsInBody: true, ShownImage: null, Corrections.Count: 0 })
        {
            return ""; // As most articles are.
        }

        var html = new StringBuilder();
        if (article is { LeadIsInBody: false, Lead.Length: > 0 })
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{Of(article.Lead)}</p>\n");
        }

        foreach (var (date, text) in article.Corrections)
        {
            var label = site.Locale.Text("article.correction", ("date", site.Locale.DayAndTime(date)));
            html.Append(CultureInfo.InvariantCulture, $"<p><strong>{Of(label)}</strong> {Of(text)}</p>\n");
        }

        if (article.ShownImage is { } image)
        {
            html.Append(CultureInfo.InvariantCulture, $"<figure><img src=\"{Attribute(site.Absolute(image))}\"");
            html.Append(CultureInfo.InvariantCulture, $" alt=\"{Attribute(article.ImageAlt ?? "")}\"");
            if (article.LeadAsset?.Picture?.Shown is var (width, height))
            {
                html.Append(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"");
            }

            html.Append(" />");
            var credit = article.ImageCredit is { } name
                ? site.Locale.Text("picture.credit", ("name", name))
                : null;
            if (string.Join(' ', new[] { article.ImageCaption, credit }.OfType<string>()) is { Length: > 0 } caption)
            {
                html.Append(CultureInfo.InvariantCulture, $"<figcaption>{Of(caption)}</figcaption>");
            }

            html.Append("</figure>\n");
        }

        return html.ToString();
    }

    /// <summary>The lead of an article whose text opens with it, in place of that text; else empty.</summary>
    public static string LeadOfBody(PublishedItem article) =>
        article is { LeadIsInBody: true, Lead.Length: > 0 } ? $"<p>{Of(article.Lead)}</p>\n" : "";

    private static string Attribute(string text) => Of(text).Replace("\"", "&quot;", StringComparison.Ordinal);
}
