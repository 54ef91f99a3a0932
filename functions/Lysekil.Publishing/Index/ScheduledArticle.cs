using Lysekil.Publishing.Contents.Sources;
using Lysekil.Publishing.Storage;

namespace Lysekil.Publishing.Index;

/// <summary>An article to come.</summary>
public sealed record ScheduledArticle(SourcePath Path, string Title, DateTimeOffset Date)
{
    internal static ScheduledArticle Read(Row row) =>
        new(new SourcePath(row.Columns["path"]), row.Columns.Text("title"), RowWriter.Moment(row.Columns["date"]));
}
