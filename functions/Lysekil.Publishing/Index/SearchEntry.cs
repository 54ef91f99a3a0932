using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// All that search knows of an article or a standing page, as its row keeps it: so a shard is a range of rows, and nobody reads
/// the others' texts for it.
/// </summary>
/// <param name="Title">Plain text.</param>
/// <param name="Page">Where it is.</param>
/// <param name="Date">An article's date; of a standing page, when it became what it is.</param>
/// <param name="Topics">An article's.</param>
/// <param name="Lead">Plain text.</param>
public sealed record SearchEntry(string Title, PageKey Page, DateTimeOffset Date, EquatableList<Topic> Topics, string Lead)
{
    /// <summary>What follows the lead, as plain text, as far as there is room.</summary>
    public string Text { get; init; } = "";

    /// <summary>The words of what follows that, each once.</summary>
    public string Rest { get; init; } = "";

    /// <summary>The row without the text, of which the record knows the hash alone.</summary>
    internal static IReadOnlyDictionary<string, string> Write(PublishedItem article, ContentHash text) => new RowWriter()
        .Add("title", article.Title)
        .Add("page", article.Page.Value)
        .Add("date", article.Date ?? article.Modified)
        .Add("topics", [.. article.Topics.Select(t => t.Name)])
        .Add("lead", article.Lead)
        .Add("textHash", text.Value)
        .Values;

    /// <summary>The row with the text.</summary>
    /// <exception cref="InvalidOperationException">There is no text: a row changes only with a version that has been read.</exception>
    internal static IReadOnlyDictionary<string, string> WithText(IReadOnlyDictionary<string, string> row, string? text) => text is null
        ? throw new InvalidOperationException("What search knows of an article changed, and its text is not at hand.")
        : text.Length == 0 ? row : new Dictionary<string, string>(row, StringComparer.Ordinal) { ["text"] = text };

    internal static SearchEntry Read(IReadOnlyDictionary<string, string> columns)
    {
        var text = columns.Text("text").Split(SearchText.Break);
        return new(
            columns.Text("title"),
            PublishedItemRow.Page(columns["page"]),
            RowWriter.Moment(columns["date"]),
            [.. columns.List("topics").Select(t => Topic.From(t)!)],
            columns.Text("lead"))
        {
            Text = text[0],
            Rest = text.Length > 1 ? text[1] : "",
        };
    }
}
