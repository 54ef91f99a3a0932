using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>An article to come, or a text that is to expire.</summary>
public sealed record ScheduledArticle(SourcePath Path, string Title, DateTimeOffset Date)
{
    /// <summary>Whether it is live and expires then.</summary>
    public bool IsExpiry { get; init; }
}

/// <summary>The columns of an article to come, or of a text that is to expire.</summary>
internal static class ScheduledArticleRow
{
    public static readonly RowCodec<ScheduledArticle> Codec = new(Read);

    private static readonly Column<SourcePath> Path = Codec.Add("path", ColumnFormat.Path, a => a.Path);
    private static readonly Column<string> Title = Codec.Add("title", ColumnFormat.Text, a => a.Title);
    private static readonly Column<DateTimeOffset> Date = Codec.Add("date", ColumnFormat.Moment, a => a.Date);

    private static readonly Column<bool> IsExpiry = Codec.Add("expires", ColumnFormat.Flag, a => a.IsExpiry);

    private static ScheduledArticle Read(RowReader row) =>
        new(Path.Of(row), Title.Of(row), Date.Of(row)) { IsExpiry = IsExpiry.Of(row) };
}
