using System.Text.Json;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Index;

/// <summary>An article as one line of a list.</summary>
public sealed record Headline(string Title, PageKey Page, DateTimeOffset Date)
{
    public static Headline Of(PublishedItem article) => new(article.Title, article.Page, article.Date!.Value);

    /// <summary>A JSON array of title, page and date.</summary>
    internal string Write() => JsonSerializer.Serialize<string[]>([Title, Page.Value, ColumnFormat.TextOf(Date)]);

    internal static Headline Read(string json) =>
        JsonSerializer.Deserialize<string[]>(json) is [var title, var page, var date]
        ? new Headline(title, ColumnFormat.PageOf(page), ColumnFormat.MomentOf(date))
        : throw new InvalidDataException($"The index holds a headline that is not one: {json}");
}
