using System.Text.Json.Nodes;
using Lysekil.Publishing.Archive;
using Lysekil.Publishing.Sites;

namespace Lysekil.Publishing.Pages;

/// <summary>
/// An article as search engines read it: JSON-LD (W3C) of schema.org's type NewsArticle, with the properties that Google's "Article
/// structured data" asks for. The serializer escapes <c>&lt;</c>, so that nothing ends the element that holds it.
/// </summary>
internal static class StructuredData
{
    public static string Of(SiteSettings site, Listing article)
    {
        var url = site.Absolute(article.Page.Url);
        var published = article.Date!.Value;
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["headline"] = article.Title,
            ["description"] = article.Lead.Length > 0 ? article.Lead : null,
            ["url"] = url,
            ["mainEntityOfPage"] = url,
            ["inLanguage"] = article.Language ?? site.Language,
            ["datePublished"] = new SwedishDate(published).Iso,
            ["dateModified"] = new SwedishDate(article.Updated ?? published).Iso,
            ["isAccessibleForFree"] = true,
            ["author"] = article.Author is { } author ? Named("Person", author) : Named("Organization", site.Title),
            ["publisher"] = Named("Organization", site.Title),
            ["image"] = article.Image is { } image ? new JsonArray(site.Absolute(image)) : null,
            ["keywords"] = article.Topics.Count > 0 ? new JsonArray([.. article.Topics.Select(t => JsonValue.Create(t.Name))]) : null,
        };
        foreach (var empty in data.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            data.Remove(empty);
        }

        return data.ToJsonString();
    }

    private static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };
}
