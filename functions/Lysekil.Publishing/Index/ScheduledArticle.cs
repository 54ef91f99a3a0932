using Lysekil.Publishing.Contents.Sources;

namespace Lysekil.Publishing.Index;

/// <summary>An article to come.</summary>
public sealed record ScheduledArticle(SourcePath Path, string Title, DateTimeOffset Date);

/// <summary>The columns of an article to come.</summary>
internal static class ScheduledArticleRow
{
    public static readonly RowCodec<ScheduledArticle> Codec = new(Read);

    private static readonly Column<SourcePath> Path = Codec.Add("path", ColumnFormat.Path, a => a.Path);
    private static readonly Column<string> Title = Codec.Add("title", ColumnFormat.Text, a => a.Title);
    private static readonly Column<DateTimeOffset> Date = Codec.Add("date", ColumnFormat.Moment, a => a.Date);

    private static ScheduledArticle Read(RowReader row) => new(Path.Of(row), Title.Of(row), Date.Of(row));
}
