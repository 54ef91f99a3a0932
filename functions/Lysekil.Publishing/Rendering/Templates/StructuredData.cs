using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Index;
using Lysekil.Publishing.Rendering.Output;

namespace Lysekil.Publishing.Rendering.Templates;

/// <summary>
/// The structured data of an article: JSON-LD (W3C) of schema.org's type NewsArticle, with the properties that Google's
/// "Article structured data" requires.
/// </summary>
internal static class StructuredData
{
    /// <summary>Does not escape letters, and escapes HTML's special characters.</summary>
    private static readonly JsonSerializerOptions Written =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(SiteSettings site, PublishedItem article)
    {
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["datePublished"] = Rfc3339.Of(article.Date!.Value),
            ["dateModified"] = article.Updated is { } updated ? Rfc3339.Of(updated) : null,
            ["author"] = Named(
                Byline.IsPerson(article.Author, site.Title) ? "Person" : "Organization", article.Author ?? site.Title),
            ["publisher"] = Named("Organization", site.Title),
            ["image"] = article.ShownImage is { } image ? new JsonArray(site.Absolute(image)) : null,
        };
        foreach (var empty in data.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            data.Remove(empty);
        }

        return data.ToJsonString(Written);
    }

    private static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };
}
