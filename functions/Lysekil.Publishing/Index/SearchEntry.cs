using Lysekil.Publishing.Contents.Addresses;
using Lysekil.Publishing.Contents.Articles;
using Lysekil.Publishing.Contents.Values;

namespace Lysekil.Publishing.Index;

/// <summary>
/// What search knows of an article or a standing page. It is a row of its own, so that a search shard is read as one
/// range of rows and without any article's text.
/// </summary>
/// <param name="Title">Plain text.</param>
/// <param name="Page">The page's address.</param>
/// <param name="Date">An article's date; of a standing page, when its present content was uploaded.</param>
/// <param name="Topics">An article's topics.</param>
/// <param name="Lead">Plain text.</param>
public sealed record SearchEntry(
    string Title, PageKey Page, DateTimeOffset Date, EquatableList<Topic> Topics, string Lead)
{
    /// <summary>What follows the lead, as plain text, as far as there is room.</summary>
    public string Text { get; init; } = "";

    /// <summary>The words of what follows the text, each once.</summary>
    public string Rest { get; init; } = "";

    /// <summary>The hash of text and rest, by which a commit knows without them whether the row changes.</summary>
    internal ContentHash? TextHash { get; init; }

    /// <summary>The entry without its text, of which a record knows the hash alone.</summary>
    internal static SearchEntry Of(PublishedItem item, ContentHash text) =>
        new(item.Title, item.Page, item.Date ?? item.Modified, item.Topics, item.Lead) { TextHash = text };
}

/// <summary>The columns of a search entry.</summary>
internal static class SearchEntryRow
{
    public static readonly RowCodec<SearchEntry> Codec = new(Read);

    private static readonly Column<string> Title = Codec.Add("title", ColumnFormat.Text, e => e.Title);
    private static readonly Column<PageKey> Page = Codec.Add("page", ColumnFormat.Page, e => e.Page);
    private static readonly Column<DateTimeOffset> Date = Codec.Add("date", ColumnFormat.Moment, e => e.Date);
    private static readonly Column<EquatableList<Topic>> Topics =
        Codec.Add("topics", ColumnFormat.Topics, e => e.Topics);
    private static readonly Column<string> Lead = Codec.Add("lead", ColumnFormat.Text, e => e.Lead);
    private static readonly Column<ContentHash?> TextHash =
        Codec.Add("textHash", ColumnFormat.OptionalHash, e => e.TextHash);
    private static readonly Column<string> Text =
        Codec.Add("text", ColumnFormat.Text, e => e.Rest.Length == 0 ? e.Text : e.Text + SearchText.Break + e.Rest);

    /// <summary>A row that was written without its text, with it.</summary>
    /// <exception cref="InvalidOperationException">
    /// There is no text: a row changes only with a version that has been read.
    /// </exception>
    public static IReadOnlyDictionary<string, string> WithText(IReadOnlyDictionary<string, string> row, string? text) =>
        text is null
        ? throw new InvalidOperationException("A search entry changed, and its text is not at hand.")
        : text.Length == 0 ? row : new Dictionary<string, string>(row, StringComparer.Ordinal) { [Text.Name] = text };

    private static SearchEntry Read(RowReader row)
    {
        var text = Text.Of(row).Split(SearchText.Break);
        return new(Title.Of(row), Page.Of(row), Date.Of(row), Topics.Of(row), Lead.Of(row))
        {
            TextHash = TextHash.Of(row),
            Text = text[0],
            Rest = text.Length > 1 ? text[1] : "",
        };
    }
}
