using System.Text.Json;
using Lysekil.Publishing.Contents.Addresses;

namespace Lysekil.Publishing.Index;

/// <summary>An article as one line in a list.</summary>
public sealed record Headline(string Title, PageKey Page, DateTimeOffset Date)
{
    public static Headline Of(PublishedItem article) => new(article.Title, article.Page, article.Date!.Value);

    internal string Write() => JsonSerializer.Serialize<string[]>([Title, Page.Value, RowWriter.Text(Date)]);

    internal static Headline Read(string json) => JsonSerializer.Deserialize<string[]>(json) is [var title, var page, var date]
        ? new Headline(title, PublishedItemRow.Page(page), RowWriter.Moment(date))
        : throw new InvalidDataException($"The archive holds a headline that is none: {json}");
}
