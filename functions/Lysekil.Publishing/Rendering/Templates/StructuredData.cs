using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Settings;
using Lysekil.Publishing.Contents.Values;
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
            ["author"] = AuthorOf(site, article),
            ["publisher"] = Named("Organization", site.Title),
            ["correction"] = article.Corrections.Count == 0 ? null : new JsonArray(
                [.. article.Corrections.Select(c => new JsonObject
                {
                    ["@type"] = "CorrectionComment",
                    ["text"] = c.Text,
                    ["datePublished"] = Rfc3339.Of(c.Date),
                })]),
            ["image"] = article.ShownImage is { } image ? new JsonArray(site.Absolute(image)) : null,
        };
        foreach (var empty in data.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            data.Remove(empty);
        }

        return data.ToJsonString(Written);
    }

    /// <summary>One author, or several.</summary>
    private static JsonNode AuthorOf(SiteSettings site, PublishedItem article)
    {
        JsonObject[] persons = [.. article.Authors.Select(a => Person(site, a))];
        return persons switch
        {
            [] => Named(
                Byline.IsPerson(article.Author, site.Title) ? "Person" : "Organization", article.Author ?? site.Title),
            [var person] => person,
            _ => new JsonArray([.. persons]),
        };
    }

    private static JsonObject Person(SiteSettings site, Author author)
    {
        var person = Named("Person", author.Name);
        person["url"] = site.Absolute(PageKey.Author(author.Slug).Url);
        return person;
    }

    private static JsonObject Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };
}
